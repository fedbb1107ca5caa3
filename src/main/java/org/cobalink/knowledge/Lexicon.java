package org.cobalink.knowledge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Which words mean a thing, and which words negate, doubt, date or link. */
public final class Lexicon {
  private static final Set<String> ENDS =
      Set.of(".", ",", ";", ")", "(", "-", Tokens.SENTENCE_END, Tokens.NEWLINE);

  private final Phrases<Meaning> concepts = new Phrases<>();
  private final Phrases<Modifier> modifiers = new Phrases<>();
  private final Spellings spellings = new Spellings();
  private final Map<List<String>, List<List<String>>> spelledSets = new HashMap<>();
  private final Turns turns = new Turns();
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
   * @param closes whether it means that only at the end of it ({@code $})
   * @param given a concept that the text must name too: "24 wks" is a week of gestation where a
   *     pregnancy is spoken of ({@code week24 if pregnancy}); empty where it always means that
   */
  public record Meaning(List<Said> said, boolean opens, boolean closes, String given) {
    public List<String> concepts() {
      return said.stream().map(Said::concept).toList();
    }
  }

  /** A text that must, or must not, be read as the concepts. */
  public record Example(String text, List<String> concepts, boolean counter) {}

  void addSpelling(String from, String to) {
    spellings.add(from, to);
  }

  void addModifier(List<List<String>> phrase, Modifier modifier) {
    modifiers.addParts(spelledParts(phrase), modifier);
  }

  void addConcept(List<List<String>> phrase, Meaning meaning) {
    List<List<List<String>>> parts = spelledParts(phrase);
    parts.forEach(each -> each.forEach(spellings::name));
    concepts.addParts(parts, meaning);
  }

  void addTurn(
      boolean opens,
      List<List<String>> opening,
      List<List<String>> between,
      Turns.Kind kind,
      String linker) {
    turns.add(opens, spelledParts(opening), spelledParts(between), kind, spellings.ours(linker));
  }

  void addMisspelled(String word, List<String> unlike) {
    spellings.addMisspelled(word, unlike);
  }

  void addExample(Example example) {
    examples.add(example);
  }

  private List<List<List<String>>> spelledParts(List<List<String>> parts) {
    return parts.stream()
        .map(p -> p.size() == 1 ? each(p) : spelledSets.computeIfAbsent(p, this::each))
        .toList();
  }

  private List<List<String>> each(List<String> phrases) {
    return phrases.stream().map(spellings::ours).toList();
  }

  /**
   * The tokens of a text in our spelling; what is rewritten keeps the place of what it replaces.
   */
  public List<Tokens.Token> spell(List<Tokens.Token> tokens) {
    return spellings.spell(tokens);
  }

  /**
   * Tokens with what names a cause in two places read as the linker that says it in one.
   *
   * @param namedAgain whether tokens end with what names again what was named before
   */
  public List<Tokens.Token> straighten(
      List<Tokens.Token> tokens, Predicate<List<Tokens.Token>> namedAgain) {
    return turns.straighten(tokens, new Turns.Names(this::concepts, namedAgain));
  }

  public List<Phrases.Match<Meaning>> concepts(List<Tokens.Token> tokens) {
    return concepts.find(
        tokens,
        (from, to, gaps, meaning) ->
            (!meaning.opens() || opens(tokens, from)) && (!meaning.closes() || closes(tokens, to)));
  }

  /** Whether a phrase stands at the beginning of what is said, as Index order does. */
  private static boolean opens(List<Tokens.Token> tokens, int at) {
    return at == 0 || !Character.isLetter(tokens.get(at - 1).text().charAt(0));
  }

  /** Whether a phrase stands at the end: "deficiency, B12", and not "deficiency, B12 injection". */
  private static boolean closes(List<Tokens.Token> tokens, int at) {
    return at == tokens.size() || ENDS.contains(tokens.get(at).text());
  }

  public List<Phrases.Match<Modifier>> modifiers(List<Tokens.Token> tokens) {
    Phrases.Place<Modifier> place =
        (from, to, gaps, m) ->
            gaps.isEmpty()
                || m.effect().takesBack()
                || gaps.stream().allMatch(g -> isHarmless(tokens, g));
    return new Overlaps(modifiers, place).find(tokens);
  }

  /** What a harmless phrase passes over is read by itself: "given in error by the nurse". */
  private boolean isHarmless(List<Tokens.Token> tokens, Phrases.Gap gap) {
    List<Tokens.Token> passed = tokens.subList(gap.start(), gap.end());
    BitSet read = new BitSet();
    for (var match : modifiers.find(passed)) {
      if (Modifier.takeBack(match.values())) {
        return false;
      }
      read.set(match.start(), match.end());
    }
    return IntStream.range(0, passed.size()).allMatch(i -> read.get(i) || hasDigit(passed.get(i)));
  }

  private static boolean hasDigit(Tokens.Token token) {
    return token.text().chars().anyMatch(Character::isDigit);
  }

  public List<Example> examples() {
    return List.copyOf(examples);
  }
}
