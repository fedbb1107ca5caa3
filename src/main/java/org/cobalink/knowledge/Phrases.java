package org.cobalink.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Phrases of tokens, found by the longest match at a position. {@code …} in a phrase stands for one
 * to three words or numbers, whatever they are: "missed … injections".
 */
public final class Phrases<T> {
  private static final String GAP = "…";
  private static final int WIDEST_GAP = 3;
  private final Node<T> root = new Node<>();

  private static final class Node<T> {
    final Map<String, Node<T>> next = new HashMap<>();
    Node<T> gap;
    final List<T> values = new ArrayList<>(1);

    Node<T> gap() {
      gap = gap == null ? new Node<>() : gap;
      return gap;
    }
  }

  /** A phrase found: tokens {@code [start, end)} and everything the table holds for it. */
  public record Match<T>(int start, int end, List<T> values) {
    public int length() {
      return end - start;
    }
  }

  /** Words that a {@code …} passes over: tokens {@code [start, end)}. */
  record Gap(int start, int end) {}

  /** Whether a phrase may stand where it does, over what it passes. */
  interface Place<T> {
    boolean mayStand(int start, int end, List<Gap> gaps, T value);
  }

  void add(List<String> phrase, T value) {
    Node<T> node = root;
    for (String token : phrase) {
      node = token.equals(GAP) ? node.gap() : node.next.computeIfAbsent(token, k -> new Node<>());
    }
    if (!node.values.contains(value)) {
      node.values.add(value);
    }
  }

  /** The longest phrases, from left to right, none overlapping another. */
  public List<Match<T>> find(List<Tokens.Token> tokens) {
    return find(tokens, (from, to, gaps, value) -> true);
  }

  /**
   * The same, of phrases that may stand where they do: where one may not, a shorter one still can.
   */
  List<Match<T>> find(List<Tokens.Token> tokens, Place<T> place) {
    List<Match<T>> found = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      Match<T> match = longestAt(tokens, at, place);
      if (match == null) {
        at++;
      } else {
        found.add(match);
        at = match.end();
      }
    }
    return found;
  }

  private Match<T> longestAt(List<Tokens.Token> tokens, int start, Place<T> place) {
    return longest(root, tokens, start, start, List.of(), place);
  }

  private Match<T> longest(
      Node<T> from, List<Tokens.Token> tokens, int start, int at, List<Gap> gaps, Place<T> place) {
    Node<T> node = from;
    Match<T> longest = null;
    for (int i = at; i < tokens.size() && node != null; i++) {
      for (int g = i + 1; node.gap != null && g <= i + WIDEST_GAP && isWord(tokens, g - 1); g++) {
        longest =
            longer(longest, longest(node.gap, tokens, start, g, and(gaps, new Gap(i, g)), place));
      }
      Node<T> before = node;
      String token = tokens.get(i).text();
      node = step(before, token);
      boolean endsHere = before.next.get(token) == node;
      if (node != null
          && endsHere
          && !node.values.isEmpty()
          && place.mayStand(start, i + 1, gaps, node.values.get(0))) {
        longest = longer(longest, new Match<>(start, i + 1, node.values));
      }
    }
    return longest;
  }

  private static List<Gap> and(List<Gap> gaps, Gap gap) {
    List<Gap> all = new ArrayList<>(gaps);
    all.add(gap);
    return all;
  }

  /**
   * The period of an abbreviation looks like the end of a sentence before a capital: "vit. B12". At
   * the end of a phrase it is one: "B12 deficiency on tx. Disputed".
   */
  private static <T> Node<T> step(Node<T> node, String token) {
    Node<T> next = node.next.get(token);
    boolean period = next == null && token.equals(Tokens.SENTENCE_END);
    return period ? node.next.get(".") : next;
  }

  private static boolean isWord(List<Tokens.Token> tokens, int at) {
    return at < tokens.size() && Character.isLetterOrDigit(tokens.get(at).text().charAt(0));
  }

  private static <T> Match<T> longer(Match<T> one, Match<T> other) {
    return one == null || (other != null && other.end() >= one.end()) ? other : one;
  }
}
