package org.cobalink.review.assess;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cobalink.knowledge.Direction;
import org.cobalink.knowledge.Effect;
import org.cobalink.knowledge.IndexWith;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.Lexicon;
import org.cobalink.knowledge.Modifier;
import org.cobalink.knowledge.Phrases;
import org.cobalink.knowledge.Roles;
import org.cobalink.knowledge.Roles.Role;
import org.cobalink.knowledge.Tokens;
import org.cobalink.knowledge.Tokens.Token;
import org.cobalink.review.assess.ReadText.Span;

/** Turns a clinician's words into statements. It only applies the lexicon; it knows no disease. */
final class TextReader {

  /** Longer texts are not read at all: a part of one could miss what takes the rest back. */
  private static final int LONGEST = 20_000;

  private final Lexicon lexicon;
  private final Statements statements;
  private final Mentions finder;
  private final IndexWith indexWith;
  private final Roles roles;
  private final Names names;
  private final Sentences sentences;
  private final NamesAgain again;

  TextReader(Knowledge knowledge) {
    this.lexicon = knowledge.lexicon();
    this.statements = new Statements(knowledge.concepts());
    this.finder = new Mentions(knowledge);
    this.indexWith = knowledge.indexWith();
    this.roles = knowledge.roles();
    this.names = new Names(lexicon, roles);
    this.sentences = new Sentences(roles);
    this.again = new NamesAgain(roles);
  }

  List<Statement> read(String text) {
    if (text.length() > LONGEST) {
      return List.of();
    }
    ReadText read = look(text);
    List<Token> tokens = read.tokens();
    List<Mention> mentions = read.mentions();
    if (mentions.isEmpty()) {
      return List.of();
    }
    List<Span> clauses = Clauses.of(read);
    clauses.forEach(s -> clause(read, s));
    new Grades(read, new IndexJoins(indexWith)).read(clauses);
    new CodeTitles(read, finder::entails).mark(clauses);
    new Numbered(read).read();
    new Across(read, new Earlier(read, finder::entails)).read(clauses);
    References.resolve(mentions);
    mentions.forEach(Mention::doubtWithCauses);
    return statements.of(mentions, text, tokens);
  }

  /** The words that no table knows; "same" points back (roles.tsv). */
  List<String> unknownWords(String text) {
    ReadText read = text.length() > LONGEST ? look("") : look(text);
    return IntStream.range(0, read.tokens().size())
        .filter(i -> read.isOpen(i) && !read.isMentioned(i) && !read.plays(Role.REFERS, i))
        .mapToObj(i -> read.tokens().get(i).text())
        .distinct()
        .toList();
  }

  private ReadText look(String text) {
    List<Token> spelled = sentences.of(text, lexicon.spell(Tokens.of(text)));
    List<Token> tokens = lexicon.straighten(names.leaveOut(text, spelled), again::isEndOf);
    List<Mention> mentions = finder.of(tokens);
    if (mentions.isEmpty()) {
      return new ReadText(tokens, mentions, List.of(), roles);
    }
    List<Phrases.Match<Modifier>> modifiers = lexicon.modifiers(tokens);
    modifiers.removeIf(m -> isInside(m, mentions));
    new OtherNouns(new ReadText(tokens, mentions, modifiers, roles), again).leaveOut(mentions);
    modifiers.removeIf(m -> isNoun(m, mentions));
    return new ReadText(tokens, mentions, modifiers, roles);
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

  /** Whether it is part of a longer phrase of the lexicon ("IF" in "IF antibody"). */
  private static boolean isInside(Phrases.Match<Modifier> m, List<Mention> mentions) {
    for (Mention c : mentions) {
      if (c.start <= m.start() && m.end() <= c.end && c.end - c.start > m.length()) {
        return true;
      }
    }
    return false;
  }

  /** Whether it speaks of a mention again: "former" of "the former". */
  private static boolean isNoun(Phrases.Match<Modifier> m, List<Mention> mentions) {
    return mentions.stream().anyMatch(c -> c.isNoun() && c.start == m.start() && m.end() == c.end);
  }

  private void clause(ReadText read, Span s) {
    boolean whole = s.start() == 0 && s.end() == read.tokens().size();
    List<Mention> here = whole ? read.mentions() : read.mentionsIn(s);
    if (!here.isEmpty()) {
      var modifiers = whole ? read.modifiers() : read.modifiersIn(s).toList();
      Words words = new Words(read.tokens(), s.start(), s.end(), here, modifiers);
      new Clause(words, indexWith, roles, finder::entails).read();
    }
  }
}
