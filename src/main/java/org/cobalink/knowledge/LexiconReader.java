package org.cobalink.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the tables of words: spellings, lexicon, modifiers and things. */
final class LexiconReader {
  private static final String NUMBER = "{n}";
  private static final int LARGEST = 99;
  private static final Pattern WORD_START = Pattern.compile("_(.)");
  private static final Map<String, Effect> EFFECTS = named(Effect.class);
  private static final Map<String, Direction> DIRECTIONS = named(Direction.class);
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
    for (Tsv.Line line : Tsv.read("misspelled", problems)) {
      lexicon.addMisspelled(line.get("word"), List.of(line.get("unlike").split("\\|")));
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
    Tsv.read("turns", problems).forEach(this::addTurn);
    return lexicon;
  }

  private void addTurn(Tsv.Line line) {
    String opening = line.get("opening");
    String between = line.get("between");
    boolean opens = opening.startsWith("^ ");
    boolean closes = between.endsWith(" $");
    var linkers = lexicon.modifiers(Tokens.of(line.get("linker")));
    problems.check(!linkers.isEmpty(), line + ": no '" + line.get("linker") + "' in modifiers.tsv");
    boolean links =
        linkers.stream().anyMatch(m -> m.values().stream().anyMatch(v -> v.effect().isLink()));
    lexicon.addTurn(
        opens,
        sets.parts(line, opening.substring(opens ? 2 : 0)),
        sets.parts(line, between.substring(0, between.length() - (closes ? 2 : 0))),
        closes ? Turns.Kind.CLOSES : links ? Turns.Kind.LINKS : Turns.Kind.STANDS_ALONE,
        line.get("linker"));
  }

  private void addModifier(Tsv.Line line, String direction) {
    Effect effect = EFFECTS.get(line.get("effect"));
    Direction reach = DIRECTIONS.get(direction);
    problems.check(effect != null, line + ": no effect '" + line.get("effect") + "'");
    problems.check(reach != null, line + ": no direction '" + direction + "'");
    lexicon.addModifier(sets.parts(line, line.get("phrase")), new Modifier(effect, reach));
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
    String cell = line.get("phrase");
    boolean opens = cell.startsWith("^ ");
    boolean closes = cell.endsWith(" $");
    String phrase = cell.substring(opens ? 2 : 0, cell.length() - (closes ? 2 : 0));
    problems.check(given.isEmpty() || known.knows(given), line + ": unknown concept " + given);
    lexicon.addConcept(sets.parts(line, phrase), new Lexicon.Meaning(said, opens, closes, given));
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

  /** The constants by their names in the tables: OF_THING, ofThing. */
  private static <E extends Enum<E>> Map<String, E> named(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .collect(Collectors.toMap(LexiconReader::camelCase, Function.identity()));
  }

  private static String camelCase(Enum<?> constant) {
    String name = constant.name().toLowerCase(Locale.ROOT);
    return WORD_START.matcher(name).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
  }
}
