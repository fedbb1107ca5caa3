package org.cobalink.review.assess;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cobalink.knowledge.Concepts;
import org.cobalink.knowledge.IndexWith;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.Lexicon;
import org.cobalink.knowledge.Lexicon.Direction;
import org.cobalink.knowledge.Lexicon.Effect;
import org.cobalink.knowledge.Lexicon.Modifier;
import org.cobalink.knowledge.Phrases;
import org.cobalink.knowledge.Tokens;
import org.cobalink.knowledge.Tokens.Token;

/** Turns a clinician's words into statements. It only applies the lexicon; it knows no disease. */
final class TextReader {
  private static final Set<String> ENDS = Set.of(";", Tokens.SENTENCE_END, ".", "!");
  private static final String BESIDE = "beside";

  /** Longer texts are not read at all: a part of one could miss what takes the rest back. */
  private static final int LONGEST = 20_000;

  private final Lexicon lexicon;
  private final Concepts concepts;
  private final IndexWith indexWith;

  TextReader(Knowledge knowledge) {
    this.lexicon = knowledge.lexicon();
    this.concepts = knowledge.concepts();
    this.indexWith = knowledge.indexWith();
  }

  List<Statement> read(String text) {
    if (text.length() > LONGEST) {
      return List.of();
    }
    List<Token> tokens = lexicon.spell(Tokens.of(text));
    List<Mention> mentions = mentions(tokens);
    if (mentions.isEmpty()) {
      return List.of();
    }
    List<Phrases.Match<Modifier>> modifiers = modifiers(tokens, mentions);
    BitSet inside = new BitSet(tokens.size());
    mentions.forEach(m -> inside.set(m.start, m.end));
    modifiers.forEach(m -> inside.set(m.start(), m.end()));
    List<Across.Span> clauses = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      if (i == tokens.size() || (!inside.get(i) && endsClause(tokens, i, mentions, modifiers))) {
        clause(tokens, start, i, mentions, modifiers);
        clauses.add(new Across.Span(start, i));
        start = i + 1;
      }
    }
    new Across(tokens, clauses, mentions, modifiers, this::entails).read();
    mentions.forEach(Mention::doubtWithCauses);
    List<Statement> statements = new ArrayList<>(mentions.size());
    mentions.forEach(m -> addStatements(m, text, tokens, statements));
    return statements;
  }

  private List<Mention> mentions(List<Token> tokens) {
    List<Mention> found = new ArrayList<>();
    for (Phrases.Match<Lexicon.Meaning> match : lexicon.concepts(tokens)) {
      Mention mention = new Mention(match, isBeside(match.values()), kinds(match.values()));
      Mention before = found.isEmpty() ? null : found.get(found.size() - 1);
      if (before == null || !spellsOut(before, mention, tokens)) {
        found.add(mention);
      }
    }
    return found;
  }

  /** Whether one says, by one of its meanings, what another may mean. */
  private boolean entails(Mention one, Mention other) {
    List<String> may = other.meanings.stream().flatMap(m -> m.concepts().stream()).toList();
    return one.meanings.stream()
        .flatMap(m -> m.concepts().stream())
        .flatMap(c -> concepts.meaning(c, Set.of()).stream())
        .anyMatch(may::contains);
  }

  private Set<String> kinds(List<Lexicon.Meaning> meanings) {
    return meanings.stream()
        .flatMap(m -> m.concepts().stream())
        .map(c -> concepts.get(c).kind())
        .collect(Collectors.toSet());
  }

  private boolean isBeside(List<Lexicon.Meaning> meanings) {
    return meanings.stream()
        .flatMap(m -> m.concepts().stream())
        .allMatch(c -> concepts.isKind(c, BESIDE) && !concepts.isKind(c, Assessment.INDICATION));
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

  /**
   * What a note that names no concept says of the one it is a note to: "ruled out", "resolved
   * 2019". Nothing where it says nothing.
   */
  Optional<Effect> bare(String text) {
    List<Token> tokens = lexicon.spell(Tokens.of(text));
    if (!lexicon.concepts(tokens).isEmpty()) {
      return Optional.empty();
    }
    for (var match : lexicon.modifiers(tokens)) {
      for (Modifier m : match.values()) {
        boolean speaksOfBefore =
            m.direction() == Direction.BACKWARD || m.direction() == Direction.BOTH;
        boolean opens = match.start() == 0 && m.direction() != Direction.LINK;
        boolean doubts = m.effect() == Effect.NEGATED || m.effect() == Effect.UNCERTAIN;
        boolean past = m.effect() == Effect.HISTORY;
        if ((doubts && (speaksOfBefore || opens))
            || (past && (opens || m.direction() == Direction.BOTH))) {
          return Optional.of(m.effect());
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a text begins with a linker, and so goes on from the words before it. */
  boolean beginsWithLink(String text) {
    return lexicon.modifiers(lexicon.spell(Tokens.of(text))).stream()
        .anyMatch(m -> m.start() == 0 && Links.isLink(m));
  }

  /** Modifiers, except those inside a longer phrase of the lexicon ("IF" in "IF antibody"). */
  private List<Phrases.Match<Modifier>> modifiers(List<Token> tokens, List<Mention> mentions) {
    return lexicon.modifiers(tokens).stream()
        .filter(
            m ->
                mentions.stream()
                    .noneMatch(
                        c ->
                            c.start <= m.start()
                                && m.end() <= c.end
                                && c.end - c.start > m.length()))
        .toList();
  }

  /**
   * A colon beside a modifier ("Family history: ...") or behind a diagnosis ("B12 deficiency: labs
   * normal") does not end its clause, nor a line after it.
   */
  private static boolean endsClause(
      List<Token> tokens, int at, List<Mention> mentions, List<Phrases.Match<Modifier>> modifiers) {
    String t = tokens.get(at).text();
    if (t.equals(Tokens.NEWLINE)) {
      return at == 0 || !tokens.get(at - 1).text().equals(":");
    }
    if (t.equals(":")) {
      return mentions.stream().noneMatch(m -> m.end == at)
          && modifiers.stream().noneMatch(m -> m.end() == at || m.start() == at + 1);
    }
    return ENDS.contains(t);
  }

  private void clause(
      List<Token> tokens,
      int start,
      int end,
      List<Mention> mentions,
      List<Phrases.Match<Modifier>> modifiers) {
    List<Mention> here = mentions.stream().filter(m -> m.start >= start && m.end <= end).toList();
    if (!here.isEmpty()) {
      List<Phrases.Match<Modifier>> inside =
          modifiers.stream().filter(m -> m.start() >= start && m.end() <= end).toList();
      new Clause(new Words(tokens, start, end, here, inside), indexWith).read();
    }
  }

  private void addStatements(Mention m, String text, List<Token> tokens, List<Statement> out) {
    Set<String> causes = causes(m, new HashSet<>());
    String words = text.substring(tokens.get(m.start).start(), tokens.get(m.end - 1).end());
    for (Lexicon.Meaning meaning : m.meanings) {
      for (Lexicon.Said said : meaning.said()) {
        Set<String> all = new LinkedHashSet<>(causes);
        said.cause().ifPresent(all::add);
        add(m, said.concept(), all, words, out);
        said.cause()
            .filter(c -> m.isStillSo())
            .ifPresent(c -> add(m, c, Set.of(), concepts.get(c).name(), out));
      }
    }
  }

  /** What a mention is due to, and what that is due to in turn. */
  private Set<String> causes(Mention m, Set<Mention> seen) {
    Set<String> causes = new LinkedHashSet<>();
    if (m.unreadCause) {
      causes.add("unreadCause");
    }
    for (Mention cause : m.causes) {
      if (seen.add(cause)) {
        Set<String> further = causes(cause, seen);
        for (Lexicon.Said said : cause.meanings.get(0).said()) {
          concepts.meaning(said.concept(), further).stream()
              .filter(concepts::knows)
              .forEach(causes::add);
        }
      }
    }
    return causes;
  }

  private void add(
      Mention m, String concept, Set<String> causes, String words, List<Statement> out) {
    out.add(
        new Statement(
            concept,
            concepts.meaning(concept, causes),
            m.certainty,
            m.time,
            m.person,
            m.otherAuthor,
            m.isAmbiguous(),
            words));
  }
}
