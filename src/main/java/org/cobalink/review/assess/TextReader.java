package org.cobalink.review.assess;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cobalink.knowledge.Concepts;
import org.cobalink.knowledge.Direction;
import org.cobalink.knowledge.Effect;
import org.cobalink.knowledge.IndexWith;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.Lexicon;
import org.cobalink.knowledge.Modifier;
import org.cobalink.knowledge.Phrases;
import org.cobalink.knowledge.Roles;
import org.cobalink.knowledge.Tokens;
import org.cobalink.knowledge.Tokens.Token;
import org.cobalink.review.assess.ReadText.Span;

/** Turns a clinician's words into statements. It only applies the lexicon; it knows no disease. */
final class TextReader {
  private static final Set<String> ENDS = Set.of(";", Tokens.SENTENCE_END, ".", "!");

  /** Longer texts are not read at all: a part of one could miss what takes the rest back. */
  private static final int LONGEST = 20_000;

  private final Lexicon lexicon;
  private final Concepts concepts;
  private final Mentions finder;
  private final IndexWith indexWith;
  private final Roles roles;

  TextReader(Knowledge knowledge) {
    this.lexicon = knowledge.lexicon();
    this.concepts = knowledge.concepts();
    this.finder = new Mentions(knowledge);
    this.indexWith = knowledge.indexWith();
    this.roles = knowledge.roles();
  }

  List<Statement> read(String text) {
    if (text.length() > LONGEST) {
      return List.of();
    }
    List<Token> tokens = lexicon.spell(Tokens.of(text));
    List<Mention> mentions = finder.of(tokens);
    if (mentions.isEmpty()) {
      return List.of();
    }
    ReadText read = new ReadText(tokens, mentions, modifiers(tokens, mentions), roles);
    List<Span> clauses = clauses(read);
    clauses.forEach(s -> clause(read, s));
    new Across(read, finder::entails).read(clauses);
    mentions.forEach(Mention::doubtWithCauses);
    List<Statement> statements = new ArrayList<>(mentions.size());
    mentions.forEach(m -> addStatements(m, text, tokens, statements));
    return statements;
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
    List<Phrases.Match<Modifier>> kept = lexicon.modifiers(tokens);
    kept.removeIf(m -> isInside(m, mentions));
    return kept;
  }

  private static boolean isInside(Phrases.Match<Modifier> m, List<Mention> mentions) {
    for (Mention c : mentions) {
      if (c.start <= m.start() && m.end() <= c.end && c.end - c.start > m.length()) {
        return true;
      }
    }
    return false;
  }

  private static List<Span> clauses(ReadText read) {
    int size = read.tokens().size();
    BitSet inside = new BitSet(size);
    read.mentions().forEach(m -> inside.set(m.start, m.end));
    read.modifiers().forEach(m -> inside.set(m.start(), m.end()));
    List<Span> clauses = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= size; i++) {
      if (i == size || (!inside.get(i) && endsClause(read, i))) {
        clauses.add(new Span(start, i));
        start = i + 1;
      }
    }
    return clauses;
  }

  /**
   * A colon beside a modifier ("Family history: ...") or behind a diagnosis ("B12 deficiency: labs
   * normal") does not end its clause, nor a line after it, nor the period of an abbreviation
   * ("poss. ...").
   */
  private static boolean endsClause(ReadText read, int at) {
    String t = read.tokens().get(at).text();
    if (t.equals(Tokens.NEWLINE)) {
      return !read.isText(at - 1, ":") && !beginsWithLink(read, at + 1);
    }
    if (t.equals(":")) {
      return !isBehindModifier(read, at)
          && read.mentions().stream().noneMatch(m -> m.end == at)
          && read.modifiers().stream().noneMatch(m -> m.start() == at + 1);
    }
    return ENDS.contains(t) && !(t.equals(".") && isBehindModifier(read, at));
  }

  /** "1. B12 deficiency", and under it "- due to metformin". */
  private static boolean beginsWithLink(ReadText read, int line) {
    int at = read.isText(line, "-") ? line + 1 : line;
    return read.modifiers().stream()
        .anyMatch(
            m -> m.start() == at && m.values().stream().anyMatch(v -> v.effect() == Effect.DUE_TO));
  }

  private static boolean isBehindModifier(ReadText read, int at) {
    return read.modifiers().stream().anyMatch(m -> m.end() == at);
  }

  private void clause(ReadText read, Span s) {
    boolean whole = s.start() == 0 && s.end() == read.tokens().size();
    List<Mention> here = whole ? read.mentions() : read.mentionsIn(s);
    if (!here.isEmpty()) {
      var modifiers = whole ? read.modifiers() : read.modifiersIn(s).toList();
      Words words = new Words(read.tokens(), s.start(), s.end(), here, modifiers);
      new Clause(words, indexWith, roles).read();
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
