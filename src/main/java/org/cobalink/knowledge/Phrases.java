package org.cobalink.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Phrases of tokens, found by the longest match at a position. {@code …} in a phrase stands for one
 * to three words or numbers, whatever they are: "missed … injections". Where any of several words
 * may stand ("her wife, mother, carer is here") the rest of the phrase is kept once for all.
 */
public final class Phrases<T> {
  private static final String GAP = "…";
  private static final int WIDEST_GAP = 3;
  private final PhraseNode<T> root = new PhraseNode<>();

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
    addParts(List.of(List.of(phrase)), value);
  }

  /** A phrase in parts, with all the words that may stand in each: one, or those of a set. */
  void addParts(List<List<List<String>>> parts, T value) {
    addParts(root, parts, value);
  }

  private static <T> void addParts(PhraseNode<T> from, List<List<List<String>>> parts, T value) {
    if (parts.isEmpty()) {
      if (!from.values.contains(value)) {
        from.values.add(value);
      }
      return;
    }
    List<List<List<String>>> rest = parts.subList(1, parts.size());
    var byKind = parts.get(0).stream().collect(Collectors.partitioningBy(w -> w.contains(GAP)));
    byKind.get(true).forEach(words -> addParts(follow(from, words), rest, value));
    List<List<String>> plain = byKind.get(false);
    if (plain.size() == 1) {
      addParts(follow(from, plain.get(0)), rest, value);
    } else if (!plain.isEmpty()) {
      addParts(from.choice(plain), rest, value);
    }
  }

  private static <T> PhraseNode<T> follow(PhraseNode<T> from, List<String> words) {
    PhraseNode<T> node = from;
    for (String word : words) {
      node =
          word.equals(GAP) ? node.gap() : node.next.computeIfAbsent(word, k -> new PhraseNode<>());
    }
    return node;
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

  Match<T> longestAt(List<Tokens.Token> tokens, int start, Place<T> place) {
    return longest(root, tokens, start, start, List.of(), place);
  }

  private Match<T> longest(
      PhraseNode<T> from,
      List<Tokens.Token> tokens,
      int start,
      int at,
      List<Gap> gaps,
      Place<T> place) {
    PhraseNode<T> node = from;
    Match<T> longest = null;
    for (int i = at; i < tokens.size() && node != null; i++) {
      for (int g = i + 1; node.gap != null && g <= i + WIDEST_GAP && isWord(tokens, g - 1); g++) {
        longest =
            longer(longest, longest(node.gap, tokens, start, g, and(gaps, new Gap(i, g)), place));
      }
      PhraseNode<T> before = node;
      String token = tokens.get(i).text();
      for (PhraseNode.Choice<T> choice : node.choicesAt(token)) {
        if (choice.standsAt(tokens, i)) {
          int end = i + choice.words().size();
          longest = joined(longest, ended(choice.node(), start, end, gaps, place));
          longest = joined(longest, longest(choice.node(), tokens, start, end, gaps, place));
        }
      }
      node = step(before, token);
      if (node != null && before.next.get(token) == node) {
        longest = joined(longest, ended(node, start, i + 1, gaps, place));
      }
    }
    return longest;
  }

  private static <T> Match<T> ended(
      PhraseNode<T> node, int start, int end, List<Gap> gaps, Place<T> place) {
    boolean ends = !node.values.isEmpty() && place.mayStand(start, end, gaps, node.values.get(0));
    return ends ? new Match<>(start, end, node.values) : null;
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
  private static <T> PhraseNode<T> step(PhraseNode<T> node, String token) {
    PhraseNode<T> next = node.next.get(token);
    boolean period = next == null && token.equals(Tokens.SENTENCE_END);
    return period ? node.next.get(".") : next;
  }

  private static boolean isWord(List<Tokens.Token> tokens, int at) {
    return at < tokens.size() && Character.isLetterOrDigit(tokens.get(at).text().charAt(0));
  }

  private static <T> Match<T> longer(Match<T> one, Match<T> other) {
    return one == null || (other != null && other.end() >= one.end()) ? other : one;
  }

  /** Two phrases of the same words mean what both mean. */
  private static <T> Match<T> joined(Match<T> one, Match<T> other) {
    if (one == null || other == null || one.end() != other.end()) {
      return longer(one, other);
    }
    Set<T> values = new LinkedHashSet<>(one.values());
    values.addAll(other.values());
    return new Match<>(one.start(), one.end(), List.copyOf(values));
  }
}
