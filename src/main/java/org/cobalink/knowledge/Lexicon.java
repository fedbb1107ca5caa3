package org.cobalink.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which words mean a thing, and which words negate, doubt, date or link. */
public final class Lexicon {
  private static final String NUMBER = "{n}";
  private static final int LARGEST = 99;
  private final Phrases<Meaning> concepts = new Phrases<>();
  private final Phrases<Modifier> modifiers = new Phrases<>();
  private final Phrases<List<String>> spellings = new Phrases<>();
  private final List<Example> examples = new ArrayList<>();

  /** A concept, and what the phrase itself says it is due to, if anything. */
  public record Said(String concept, Optional<String> cause) {
    static Said parse(String cell) {
      String[] parts = cell.strip().split(" <- ", -1);
      return new Said(parts[0], parts.length > 1 ? Optional.of(parts[1]) : Optional.empty());
    }
  }

  /**
   * What a phrase means: one thing, or several said at once. Two meanings make it ambiguous.
   *
   * @param opens whether it means that only at the beginning of what is said ({@code ^})
   * @param given a concept that the text must name too: "24 wks" is a week of gestation where a
   *     pregnancy is spoken of ({@code week24 if pregnancy}); empty where it always means that
   */
  public record Meaning(List<Said> said, boolean opens, String given) {
    public List<String> concepts() {
      return said.stream().map(Said::concept).toList();
    }
  }

  /** A text that must, or must not, be read as the concepts. */
  public record Example(String text, List<String> concepts, boolean counter) {}

  Lexicon(Concepts known, Problems problems) {
    for (Tsv.Line line : Tsv.read("spellings", problems)) {
      spellings.add(plain(line.get("from")), plain(line.get("to")));
    }
    for (Tsv.Line line : Tsv.read("lexicon", problems)) {
      List<Tsv.Line> each = numbered(line, known);
      problems.check(!each.isEmpty(), line + ": no concept with a number");
      each.forEach(l -> addPhrase(l, known, problems));
    }
    for (Tsv.Line line : Tsv.read("modifiers", problems)) {
      addModifier(line, line.get("direction"), problems);
    }
    for (Tsv.Line line : Tsv.read("things", problems)) {
      addModifier(line, "backward", problems);
    }
  }

  private void addModifier(Tsv.Line line, String direction, Problems problems) {
    try {
      Effect effect = constant(Effect.class, line.get("effect"));
      String phrase = line.get("phrase");
      modifiers.add(
          spelled(phrase), new Modifier(phrase, effect, constant(Direction.class, direction)));
    } catch (IllegalArgumentException e) {
      problems.add(line + ": " + e.getMessage());
    }
  }

  private void addPhrase(Tsv.Line line, Concepts known, Problems problems) {
    String[] concept = line.get("concept").split(" if ", 2);
    String given = concept.length > 1 ? concept[1] : "";
    List<Said> said = Arrays.stream(concept[0].split(" \\+ ")).map(Said::parse).toList();
    List<String> ids =
        said.stream()
            .flatMap(s -> Stream.concat(Stream.of(s.concept()), s.cause().stream()))
            .toList();
    ids.forEach(id -> problems.check(known.knows(id), line + ": unknown concept " + id));
    boolean opens = line.get("phrase").startsWith("^ ");
    String phrase = opens ? line.get("phrase").substring(2) : line.get("phrase");
    problems.check(given.isEmpty() || known.knows(given), line + ": unknown concept " + given);
    concepts.add(spelled(phrase), new Meaning(said, opens, given));
    addExamples(line.get("examples"), ids, false);
    addExamples(line.get("counterexamples"), ids, true);
  }

  /** {n} stands for each number that the concept is known with: "{n} weeks", week{n}. */
  private static List<Tsv.Line> numbered(Tsv.Line line, Concepts known) {
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
        examples.add(new Example(text, ids, counter));
      }
    }
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String camelCase) {
    return Enum.valueOf(
        type, camelCase.replaceAll("([A-Z])", "_$1").toUpperCase(java.util.Locale.ROOT));
  }

  private static List<String> plain(String phrase) {
    return Tokens.of(phrase).stream().map(Tokens.Token::text).toList();
  }

  /** A phrase of the tables goes through the same spelling as the chart's words. */
  private List<String> spelled(String phrase) {
    return spell(Tokens.of(phrase)).stream().map(Tokens.Token::text).toList();
  }

  /** The tokens of a text in our spelling; a rewritten run keeps the place of what it replaces. */
  public List<Tokens.Token> spell(List<Tokens.Token> tokens) {
    List<Phrases.Match<List<String>>> found = spellings.find(tokens);
    if (found.isEmpty()) {
      return tokens;
    }
    List<Tokens.Token> out = new ArrayList<>(tokens.size());
    int at = 0;
    for (var match : found) {
      out.addAll(tokens.subList(at, match.start()));
      int start = tokens.get(match.start()).start();
      int end = tokens.get(match.end() - 1).end();
      match.values().get(0).forEach(t -> out.add(new Tokens.Token(t, start, end)));
      at = match.end();
    }
    out.addAll(tokens.subList(at, tokens.size()));
    return out;
  }

  public List<Phrases.Match<Meaning>> concepts(List<Tokens.Token> tokens) {
    return concepts.find(tokens, (at, meaning) -> !meaning.opens() || opens(tokens, at));
  }

  /** Whether a phrase stands at the beginning of what is said, as Index order does. */
  private static boolean opens(List<Tokens.Token> tokens, int at) {
    return at == 0 || !Character.isLetter(tokens.get(at - 1).text().charAt(0));
  }

  public List<Phrases.Match<Modifier>> modifiers(List<Tokens.Token> tokens) {
    return modifiers.find(tokens);
  }

  public List<Example> examples() {
    return List.copyOf(examples);
  }
}
