package org.cobalink.review.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cobalink.review.assess.ReadText.Span;
import org.cobalink.review.assess.Statement.Certainty;
import org.cobalink.review.assess.Statement.Person;
import org.cobalink.review.assess.Statement.Time;

/**
 * The parts of a clause behind its first comma, each of which may speak as a sentence does of what
 * the clause named before: "B12 deficiency, HTN, that was her sister's result".
 */
final class Asides {
  private final ReadText text;
  private final Retraction retraction;
  private final Otherwise otherwise;
  private final Earlier earlier;

  Asides(ReadText text, Retraction retraction, Otherwise otherwise, Earlier earlier) {
    this.text = text;
    this.retraction = retraction;
    this.otherwise = otherwise;
    this.earlier = earlier;
  }

  /**
   * @param here what the clause mentions
   */
  void read(Span clause, List<Mention> here) {
    int part = clause.start();
    for (Span aside : of(clause)) {
      List<Mention> inside = text.mentionsIn(aside);
      boolean tells = text.tells(aside);
      if (retraction.isInAside(aside, inside)) {
        doubt(
            here.stream().filter(m -> m.end <= aside.start()).toList(),
            tells,
            part,
            text.hasUnknownWord(aside) ? Mention::doubt : Mention::takeBack);
      }
      boolean unclear = tells && text.hasUnknownWord(aside);
      inside.stream()
          .filter(m -> unclear || otherwise.isOpen(m, inside))
          .forEach(m -> earlier.openAgain(m, aside.start()));
      part = inside.isEmpty() ? part : aside.start();
    }
  }

  private List<Span> of(Span clause) {
    List<Span> parts = new ArrayList<>(0);
    int from = -1;
    for (int i = clause.start(); i <= clause.end(); i++) {
      if (i == clause.end()
          || ((text.isText(i, ",") || text.isText(i, ":")) && !text.isMentioned(i))) {
        if (from >= 0 && from < i) {
          parts.add(new Span(from, i));
        }
        from = text.startsModifier(i) ? i : i + 1;
      }
    }
    return parts;
  }

  /**
   * What tells may speak of any diagnosis before it; what takes back speaks of the last one and all
   * that it is named with, unless that is denied already: "B12 deficiency, no anemia, not for
   * coding".
   */
  private static void doubt(
      List<Mention> before, boolean tells, int part, Consumer<Mention> doubting) {
    if (before.stream().noneMatch(Mention::isDiagnosis)) {
      return;
    }
    Mention last = before.get(before.size() - 1);
    boolean denied = last.certainty != Certainty.CERTAIN || last.otherAuthor || isPast(last);
    before.stream()
        .filter(m -> tells || (m.isDiagnosis() && (denied || (last.isUnread && m.start >= part))))
        .forEach(doubting);
  }

  private static boolean isPast(Mention m) {
    return m.time == Time.HISTORY && m.person == Person.PATIENT;
  }
}
