package org.cobalink.review.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cobalink.knowledge.Concepts;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.Lexicon;
import org.cobalink.knowledge.Phrases;
import org.cobalink.knowledge.Tokens;
import org.cobalink.knowledge.Tokens.Token;

/** Finds the phrases of the lexicon in a text. */
final class Mentions {
  private static final String BESIDE = "beside";
  private static final String EXPLAINS = "specifiedB12Cause";
  private static final Set<String> OPENS = Set.of(",", "(");
  private static final Set<String> ENDS =
      Set.of(
          ",",
          ")",
          ".",
          ";",
          "with",
          "w/",
          "without",
          "w/o",
          "no",
          Tokens.SENTENCE_END,
          Tokens.NEWLINE);
  private final Lexicon lexicon;
  private final Concepts concepts;
  private final References references;

  Mentions(Knowledge knowledge) {
    this.lexicon = knowledge.lexicon();
    this.concepts = knowledge.concepts();
    this.references = new References(knowledge.roles(), this::says);
  }

  List<Mention> of(List<Token> tokens) {
    List<Mention> found = new ArrayList<>();
    for (Phrases.Match<Lexicon.Meaning> match : lexicon.concepts(tokens)) {
      Mention mention = new Mention(match, nature(match.values()));
      Mention before = found.isEmpty() ? null : found.get(found.size() - 1);
      if (before == null || !spellsOut(before, mention, tokens)) {
        found.add(mention);
      }
    }
    found.removeIf(
        m ->
            !isGiven(m, found)
                || (m.isGrade() && !isPart(m, tokens) && !isSaidOf(m, found, tokens)));
    references.find(tokens, found);
    return found;
  }

  /** "The dementia is now severe." */
  private static boolean isSaidOf(Mention m, List<Mention> found, List<Token> tokens) {
    return isPartEnd(m, tokens)
        && found.stream().anyMatch(o -> o.end == m.start)
        && m.end - m.start > 1;
  }

  /** A part or sentence of its own: not "mild" of "dementia, mild gout". */
  private static boolean isPart(Mention m, List<Token> tokens) {
    if (m.start == 0) {
      return false;
    }
    String before = tokens.get(m.start - 1).text();
    return (OPENS.contains(before) || Clauses.isEnd(before)) && isPartEnd(m, tokens);
  }

  private static boolean isPartEnd(Mention m, List<Token> tokens) {
    return m.end == tokens.size() || ENDS.contains(tokens.get(m.end).text());
  }

  /** "24 wks" is a week of gestation only where the text speaks of a pregnancy. */
  private boolean isGiven(Mention mention, List<Mention> all) {
    String given = mention.meanings.get(0).given();
    return given.isEmpty()
        || all.stream()
            .filter(m -> m.meanings.get(0).given().isEmpty())
            .flatMap(m -> m.meanings.get(0).concepts().stream())
            .anyMatch(c -> concepts.isKind(c, given));
  }

  /** Whether one says, by one of its meanings and what that is due to, what another may mean. */
  boolean entails(Mention one, Mention other) {
    List<String> may = other.meanings.stream().flatMap(m -> m.concepts().stream()).toList();
    return named(one.meanings).flatMap(c -> concepts.meaning(c).stream()).anyMatch(may::contains);
  }

  /** Whether one, whatever it means, says what another may mean, apart from what that is due to. */
  private boolean says(Mention one, Mention other) {
    List<String> may = other.meanings.stream().flatMap(m -> m.concepts().stream()).toList();
    return one.meanings.stream()
        .map(m -> m.concepts().stream().flatMap(c -> concepts.meaning(c).stream()))
        .allMatch(meant -> meant.anyMatch(may::contains));
  }

  private Mention.Nature nature(List<Lexicon.Meaning> may) {
    return new Mention.Nature(
        kinds(may), isBeside(may), isIndication(may), mayExplain(may), namesCause(may));
  }

  private boolean namesCause(List<Lexicon.Meaning> meanings) {
    return named(meanings).anyMatch(c -> !concepts.get(c).madeOf().isEmpty());
  }

  /** The concepts of what is said and of what that is due to. */
  private static Stream<String> named(List<Lexicon.Meaning> meanings) {
    return meanings.stream()
        .flatMap(m -> m.said().stream())
        .flatMap(s -> Stream.concat(Stream.of(s.concept()), s.cause().stream()));
  }

  private Set<String> kinds(List<Lexicon.Meaning> meanings) {
    return named(meanings).map(c -> concepts.get(c).kind()).collect(Collectors.toSet());
  }

  private boolean isBeside(List<Lexicon.Meaning> meanings) {
    return meanings.stream()
        .flatMap(m -> m.concepts().stream())
        .allMatch(c -> concepts.isKind(c, BESIDE) && !concepts.isKind(c, Assessment.INDICATION));
  }

  private boolean mayExplain(List<Lexicon.Meaning> meanings) {
    return meanings.stream()
        .flatMap(m -> m.concepts().stream())
        .allMatch(c -> concepts.isKind(c, EXPLAINS));
  }

  private boolean isIndication(List<Lexicon.Meaning> meanings) {
    return named(meanings).anyMatch(c -> concepts.isKind(c, Assessment.INDICATION));
  }

  /**
   * "SCD (subacute combined degeneration)", or the other way round: one thing said twice, and no
   * longer ambiguous.
   */
  private static boolean spellsOut(Mention before, Mention mention, List<Token> tokens) {
    boolean parenthesis =
        before.end + 1 == mention.start
            && mention.end < tokens.size()
            && tokens.get(before.end).text().equals("(")
            && tokens.get(mention.end).text().equals(")");
    List<Lexicon.Meaning> both =
        before.meanings.stream().filter(mention.meanings::contains).toList();
    if (!parenthesis || both.size() != 1) {
      return false;
    }
    before.meanings = both;
    before.end = mention.end + 1;
    return true;
  }
}
