package org.cobalink.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * misspelled.tsv: words that are read although one letter is wrong, missing, too many, or has
 * changed places with the next: "deficency". Only a word that no table knows is taken for one of
 * them, and only where no other word of a diagnosis is as near: "mcrocytic" is macrocytic or
 * microcytic.
 */
final class Misspellings {
  private static final int SHORTEST = 5;
  private final Map<String, Word> words = new HashMap<>();
  private final Set<String> named = new HashSet<>();
  private final Set<String> known = new HashSet<>();

  /** A word to be read: as we spell it, and words that are not it, however near. */
  private record Word(String spelled, List<String> unlike) {}

  void add(String word, String spelled, List<String> unlike) {
    words.put(word, new Word(spelled, unlike));
  }

  void know(List<String> tokens) {
    known.addAll(tokens);
  }

  /** Words of a diagnosis. */
  void name(List<String> tokens) {
    named.addAll(tokens);
  }

  List<Tokens.Token> mend(List<Tokens.Token> tokens) {
    List<Tokens.Token> mended = tokens;
    for (int i = 0; i < tokens.size(); i++) {
      Tokens.Token token = tokens.get(i);
      String meant = meant(token.text());
      if (!meant.equals(token.text())) {
        mended = mended == tokens ? new ArrayList<>(tokens) : mended;
        mended.set(i, new Tokens.Token(meant, token.start(), token.end()));
      }
    }
    return mended;
  }

  private String meant(String written) {
    if (written.length() < SHORTEST || known.contains(written) || words.containsKey(written)) {
      return written;
    }
    Set<String> meant =
        words.entrySet().stream()
            .filter(w -> isNear(w.getKey(), written))
            .filter(w -> !w.getValue().unlike().contains(written))
            .map(w -> w.getValue().spelled())
            .collect(Collectors.toSet());
    return meant.size() == 1 && others(meant, written).isEmpty()
        ? meant.iterator().next()
        : written;
  }

  private List<String> others(Set<String> meant, String written) {
    return named.stream()
        .filter(k -> k.length() > SHORTEST && !meant.contains(k) && isNear(k, written))
        .toList();
  }

  /** Whether one letter behind the first makes the difference, or two that changed places. */
  private static boolean isNear(String word, String written) {
    int longer = Math.max(word.length(), written.length());
    int shorter = Math.min(word.length(), written.length());
    if (longer - shorter > 1 || word.charAt(0) != written.charAt(0)) {
      return false;
    }
    int same = 1;
    while (same < shorter && word.charAt(same) == written.charAt(same)) {
      same++;
    }
    int end = 0;
    while (end < shorter - same
        && word.charAt(word.length() - 1 - end) == written.charAt(written.length() - 1 - end)) {
      end++;
    }
    int apart = longer - same - end;
    return apart == 1 || (apart == 2 && longer == shorter && isSwapped(word, written, same));
  }

  private static boolean isSwapped(String word, String written, int at) {
    return word.charAt(at) == written.charAt(at + 1) && word.charAt(at + 1) == written.charAt(at);
  }
}
