package org.cobalink.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * wordsets.tsv: words that stand for one another in a phrase of the lexicon or the modifiers, where
 * the phrase names their set in braces: "{carer} gives the injections".
 */
final class WordSets {
  private final Map<String, List<String>> sets = new HashMap<>();
  private final Problems problems;

  WordSets(Problems problems) {
    this.problems = problems;
    for (Tsv.Line line : Tsv.read("wordsets", problems)) {
      List<String> words = List.of(line.get("words").split("\\|"));
      problems.check(sets.put("{" + line.get("name") + "}", words) == null, line + ": given twice");
    }
  }

  /** The phrase with each of the words its sets hold; the phrase itself where it names none. */
  List<String> each(Tsv.Line line, String phrase) {
    int open = phrase.indexOf('{');
    if (open < 0) {
      return List.of(phrase);
    }
    int end = phrase.indexOf('}', open) + 1;
    String name = phrase.substring(open, Math.max(open, end));
    List<String> words = sets.getOrDefault(name, List.of());
    problems.check(!words.isEmpty(), line + ": no set of words for '" + name + "'");
    return words.stream()
        .map(w -> phrase.substring(0, open) + w + phrase.substring(end))
        .flatMap(p -> each(line, p).stream())
        .toList();
  }
}
