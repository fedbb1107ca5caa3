package org.cobalink.review.assess;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cobalink.knowledge.Concepts;
import org.cobalink.knowledge.Lexicon;
import org.cobalink.knowledge.Tokens.Token;

/** Turns mentions that have been weighed into statements: what each means with all its causes. */
final class Statements {
  private final Concepts concepts;

  Statements(Concepts concepts) {
    this.concepts = concepts;
  }

  List<Statement> of(List<Mention> mentions, String text, List<Token> tokens) {
    List<Statement> statements = new ArrayList<>(mentions.size());
    mentions.forEach(m -> add(m, text, tokens, statements));
    return statements;
  }

  private void add(Mention m, String text, List<Token> tokens, List<Statement> out) {
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
            m.clarity(),
            words));
  }
}
