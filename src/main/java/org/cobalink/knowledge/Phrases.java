package org.cobalink.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Phrases of tokens, found by the longest match at a position. */
public final class Phrases<T> {
  private final Node<T> root = new Node<>();

  private static final class Node<T> {
    final Map<String, Node<T>> next = new HashMap<>();
    final List<T> values = new ArrayList<>(1);
  }

  /** A phrase found: tokens {@code [start, end)} and everything the table holds for it. */
  public record Match<T>(int start, int end, List<T> values) {
    public int length() {
      return end - start;
    }
  }

  void add(List<String> phrase, T value) {
    Node<T> node = root;
    for (String token : phrase) {
      node = node.next.computeIfAbsent(token, k -> new Node<>());
    }
    if (!node.values.contains(value)) {
      node.values.add(value);
    }
  }

  /** The longest phrases, from left to right, none overlapping another. */
  public List<Match<T>> find(List<Tokens.Token> tokens) {
    return find(tokens, (at, value) -> true);
  }

  /**
   * The same, of phrases that may stand where they do: where one may not, a shorter one still can.
   */
  List<Match<T>> find(List<Tokens.Token> tokens, BiPredicate<Integer, T> mayStandAt) {
    List<Match<T>> found = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      Match<T> match = longestAt(tokens, at, mayStandAt);
      if (match == null) {
        at++;
      } else {
        found.add(match);
        at = match.end();
      }
    }
    return found;
  }

  private Match<T> longestAt(
      List<Tokens.Token> tokens, int start, BiPredicate<Integer, T> mayStandAt) {
    Node<T> node = root;
    Match<T> longest = null;
    for (int i = start; i < tokens.size(); i++) {
      node = node.next.get(tokens.get(i).text());
      if (node == null) {
        break;
      }
      if (!node.values.isEmpty() && mayStandAt.test(start, node.values.get(0))) {
        longest = new Match<>(start, i + 1, node.values);
      }
    }
    return longest;
  }
}
