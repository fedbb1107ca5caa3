package org.cobalink.review.assess;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.cobalink.knowledge.Effect;
import org.cobalink.knowledge.Modifier;
import org.cobalink.knowledge.Phrases;
import org.cobalink.knowledge.Tokens;
import org.cobalink.review.assess.ReadText.Span;

/** Splits a text into clauses, the scopes in which words negate, doubt, date and link. */
final class Clauses {
  private static final Set<String> JOINS = Set.of("and", ",", "+");
  private static final Set<String> ENDS = Set.of(";", Tokens.SENTENCE_END, ".", "!");

  private Clauses() {}

  static List<Span> of(ReadText read) {
    int size = read.tokens().size();
    BitSet inside = new BitSet(size);
    read.mentions().forEach(m -> inside.set(m.start, m.end));
    read.modifiers().forEach(m -> inside.set(m.start(), m.end()));
    List<Span> clauses = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= size; i++) {
      if (i == size || (!inside.get(i) && endsClause(read, start, i))) {
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
  private static boolean endsClause(ReadText read, int start, int at) {
    String t = read.tokens().get(at).text();
    if (t.equals(Tokens.NEWLINE)) {
      return !read.isText(at - 1, ":") && !beginsWithLink(read, at + 1);
    }
    if (t.equals(":")) {
      return !isBehindModifier(read, at)
          && read.mentions().stream().noneMatch(m -> m.end == at)
          && read.modifiers().stream().noneMatch(m -> m.start() == at + 1 && !isOnlyThing(m));
    }
    return ENDS.contains(t)
        && !(t.equals(".") && isBehindModifier(read, at))
        && !isCauseAlone(read, new Span(start, at));
  }

  /**
   * "B12 deficiency. Due to metformin.", "B12 deficiency; it is due to the metformin.", and a field
   * that opens with it, "Cause: metformin, taken for years."
   */
  private static boolean isCauseAlone(ReadText read, Span before) {
    Antecedent antecedent = new Antecedent(i -> read.tokens().get(i).text(), read.roles());
    return read.modifiers().stream()
        .filter(m -> m.start() == before.end() + 1 && hasEffect(m, Effect.DUE_TO))
        .filter(m -> antecedent.isClear(m, read.mentionsIn(before)))
        .anyMatch(m -> onlyMentionsFollow(read, m.end()) || isFieldOf(read, m.end()));
  }

  /** "Cause:", up to there. */
  static boolean isField(ReadText read, int at) {
    return read.isText(at - 1, ":") || read.isText(at - 1, "=");
  }

  private static boolean isFieldOf(ReadText read, int at) {
    return isField(read, at)
        && read.mentions().stream().anyMatch(m -> m.start == pastFillers(read, at));
  }

  private static int pastFillers(ReadText read, int from) {
    int at = from;
    while (isFiller(read, at)) {
      at++;
    }
    return at;
  }

  private static boolean onlyMentionsFollow(ReadText read, int link) {
    int first = pastFillers(read, link);
    int at = first;
    while (at < read.tokens().size() && !isEnd(read.tokens().get(at).text())) {
      int from = at;
      boolean joined = from > first && JOINS.contains(read.tokens().get(from).text());
      at =
          joined || isFiller(read, from)
              ? from + 1
              : read.mentions().stream().filter(m -> m.start == from).mapToInt(m -> m.end).sum();
      if (at == 0) {
        return false;
      }
    }
    return at > first;
  }

  private static boolean isFiller(ReadText read, int at) {
    return read.modifiers().stream()
        .anyMatch(m -> m.start() <= at && at < m.end() && hasEffect(m, Effect.FILLER));
  }

  /** Whether a token ends a clause, whatever stands around it. */
  static boolean isEnd(String token) {
    return ENDS.contains(token) || token.equals(Tokens.NEWLINE);
  }

  private static boolean hasEffect(Phrases.Match<Modifier> match, Effect effect) {
    return match.values().stream().anyMatch(v -> v.effect() == effect);
  }

  /** "1. B12 deficiency", and under it "- due to metformin". */
  private static boolean beginsWithLink(ReadText read, int line) {
    int at = read.isText(line, "-") ? line + 1 : line;
    return read.modifiers().stream().anyMatch(m -> m.start() == at && hasEffect(m, Effect.DUE_TO));
  }

  /** It reaches nowhere: "For insurance: covered diagnoses ...". */
  private static boolean isOnlyThing(Phrases.Match<Modifier> m) {
    return m.values().stream()
        .allMatch(v -> v.effect() == Effect.THING || v.effect() == Effect.OF_THING);
  }

  private static boolean isBehindModifier(ReadText read, int at) {
    return read.modifiers().stream().anyMatch(m -> m.end() == at);
  }
}
