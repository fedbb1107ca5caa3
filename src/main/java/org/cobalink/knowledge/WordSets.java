package org.cobalink.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * wordsets.tsv: words that stand for one another in a phrase of the lexicon or the modifiers, where
 * the phrase names their set in braces: "{carer} gives the injections".
 */
final class WordSets {
  private static final Pattern SET = Pattern.compile("\\{[^}]*\\}?");
  private final Map<String, List<String>> sets = new HashMap<>();
  private final Problems problems;

  WordSets(Problems problems) {
    this.problems = problems;
    for (Tsv.Line line : Tsv.read("wordsets", problems)) {
      List<String> words = List.of(line.get("words").split("\\|"));
      problems.check(sets.put("{" + line.get("name") + "}", words) == null, line + ": given twice");
    }
  }

  /** The phrase in parts: its own words, and all the words of each set it names. */
  List<List<String>> parts(Tsv.Line line, String phrase) {
    if (phrase.indexOf('{') < 0) {
      return List.of(List.of(phrase));
    }
    List<List<String>> parts = new ArrayList<>();
    Matcher set = SET.matcher(phrase);
    int at = 0;
    for (; set.find(); at = set.end()) {
      addOwn(parts, phrase.substring(at, set.start()));
      List<String> words = sets.getOrDefault(set.group(), List.of());
      problems.check(!words.isEmpty(), line + ": no set of words for '" + set.group() + "'");
      parts.add(words);
    }
    addOwn(parts, phrase.substring(at));
    return parts;
  }

  private static void addOwn(List<List<String>> parts, String words) {
    if (!words.isBlank()) {
      parts.add(List.of(words));
    }
  }
}
