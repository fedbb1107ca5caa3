package org.cobalink.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the tables of words: spellings, lexicon, modifiers and things. */
final class LexiconReader {
  private static final String NUMBER = "{n}";
  private static final int LARGEST = 99;
  private final Lexicon lexicon = new Lexicon();
  private final Concepts known;
  private final Problems problems;
  private final WordSets sets;

  LexiconReader(Concepts known, Problems problems) {
    this.known = known;
    this.problems = problems;
    this.sets = new WordSets(problems);
  }

  Lexicon read() {
    for (Tsv.Line line : Tsv.read("spellings", problems)) {
      lexicon.addSpelling(line.get("from"), line.get("to"));
    }
    for (Tsv.Line line : Tsv.read("lexicon", problems)) {
      List<Tsv.Line> each = numbered(line);
      problems.check(!each.isEmpty(), line + ": no concept with a number");
      each.forEach(this::addPhrase);
    }
    for (Tsv.Line line : Tsv.read("modifiers", problems)) {
      addModifier(line, line.get("direction"));
    }
    for (Tsv.Line line : Tsv.read("things", problems)) {
      addModifier(line, "backward");
    }
    return lexicon;
  }

  private void addModifier(Tsv.Line line, String direction) {
    try {
      Effect effect = constant(Effect.class, line.get("effect"));
      Direction reach = constant(Direction.class, direction);
      for (String phrase : sets.each(line, line.get("phrase"))) {
        lexicon.addModifier(new Modifier(phrase, effect, reach));
      }
    } catch (IllegalArgumentException e) {
      problems.add(line + ": " + e.getMessage());
    }
  }

  private void addPhrase(Tsv.Line line) {
    String[] concept = line.get("concept").split(" if ", 2);
    String given = concept.length > 1 ? concept[1] : "";
    List<Lexicon.Said> said =
        Arrays.stream(concept[0].split(" \\+ ")).map(Lexicon.Said::parse).toList();
    List<String> ids =
        said.stream()
            .flatMap(s -> Stream.concat(Stream.of(s.concept()), s.cause().stream()))
            .toList();
    ids.forEach(id -> problems.check(known.knows(id), line + ": unknown concept " + id));
    boolean opens = line.get("phrase").startsWith("^ ");
    boolean closes = line.get("phrase").endsWith(" $");
    String phrase = line.get("phrase").replaceAll("^\\^ | \\$$", "");
    problems.check(given.isEmpty() || known.knows(given), line + ": unknown concept " + given);
    for (String each : sets.each(line, phrase)) {
      lexicon.addConcept(each, new Lexicon.Meaning(said, opens, closes, given));
    }
    addExamples(line.get("examples"), ids, false);
    addExamples(line.get("counterexamples"), ids, true);
  }

  /** {n} stands for each number that the concept is known with: "{n} weeks", week{n}. */
  private List<Tsv.Line> numbered(Tsv.Line line) {
    if (!line.get("phrase").contains(NUMBER)) {
      return List.of(line);
    }
    String concept = line.get("concept").split(" ")[0];
    return IntStream.rangeClosed(1, LARGEST)
        .mapToObj(String::valueOf)
        .filter(n -> known.knows(concept.replace(NUMBER, n)))
        .map(n -> line.with(NUMBER, n))
        .toList();
  }

  private void addExamples(String cell, List<String> ids, boolean counter) {
    if (!cell.isEmpty()) {
      for (String text : cell.split("\\|")) {
        lexicon.addExample(new Lexicon.Example(text, ids, counter));
      }
    }
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String camelCase) {
    return Enum.valueOf(type, camelCase.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
  }
}
