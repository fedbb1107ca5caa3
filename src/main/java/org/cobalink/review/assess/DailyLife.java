package org.cobalink.review.assess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cobalink.knowledge.Direction;
import org.cobalink.knowledge.Effect;
import org.cobalink.knowledge.Lexicon;
import org.cobalink.knowledge.Modifier;
import org.cobalink.knowledge.Phrases;
import org.cobalink.knowledge.Roles.Role;
import org.cobalink.review.assess.ReadText.Span;

/**
 * Remarks on daily life: "She drives the Zamboni at the rink." What they name by words that no
 * table knows is a thing of daily life too, as long as none of their words speaks of the chart, of
 * an illness, a cause or a mistake.
 */
final class DailyLife {
  private static final Modifier THING =
      new Modifier("thing of daily life", Effect.THING, Direction.BACKWARD);
  private final Lexicon lexicon;

  DailyLife(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The same text with those words known. */
  ReadText know(ReadText text) {
    if (text.mentions().isEmpty() || !text.hasUnknownWord(new Span(0, text.tokens().size()))) {
      return text;
    }
    List<Phrases.Match<Modifier>> known = new ArrayList<>(text.modifiers());
    for (Span clause : Clauses.of(text)) {
      if (isRemark(text, clause)) {
        know(text, clause, known);
      } else {
        for (Span part : parts(text, clause)) {
          if (isRemark(text, part)) {
            know(text, part, known);
          }
        }
      }
    }
    known.sort(Comparator.comparingInt(Phrases.Match::start));
    return new ReadText(text.tokens(), text.mentions(), known, text.roles());
  }

  private static List<Span> parts(ReadText text, Span clause) {
    List<Span> parts = new ArrayList<>();
    int from = clause.start();
    for (int i = from; i <= clause.end(); i++) {
      if (i == clause.end() || text.isText(i, ",")) {
        parts.add(new Span(from, i));
        from = i + 1;
      }
    }
    return parts;
  }

  private static void know(ReadText text, Span s, List<Phrases.Match<Modifier>> known) {
    for (int i = s.start(); i < s.end(); i++) {
      if (text.isOpen(i)) {
        known.add(new Phrases.Match<>(i, i + 1, List.of(THING)));
      }
    }
  }

  private boolean isRemark(ReadText text, Span s) {
    boolean daily = false;
    for (int i = s.start(); i < s.end(); i++) {
      if (text.isMentioned(i) || text.plays(Role.OF_THE_CHART, i)) {
        return false;
      }
      daily |= lexicon.isOfDailyLife(text.tokens().get(i).text());
    }
    return daily
        && text.modifiersIn(s)
            .noneMatch(m -> m.values().stream().anyMatch(v -> v.effect().takesBack()));
  }
}
