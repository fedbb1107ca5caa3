package org.cobalink.review.assess;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiPredicate;
import org.cobalink.review.assess.ReadText.Span;

/**
 * What reaches past the end of a clause: headings over what follows them, words with nothing of
 * their own to speak of back over the diagnosis before them, and what is taken back by its name.
 */
final class Across {
  private final ReadText text;
  private final BiPredicate<Mention, Mention> entails;

  /**
   * @param entails whether what the first means entails what the second may mean
   */
  Across(ReadText text, BiPredicate<Mention, Mention> entails) {
    this.text = text;
    this.entails = entails;
  }

  void read(List<Span> clauses) {
    Headings headings = new Headings(text);
    Retraction retraction = new Retraction(text);
    Otherwise otherwise = new Otherwise(text);
    Deque<List<Mention>> before = new ArrayDeque<>();
    boolean colons = text.has(":");
    boolean ahead = false;
    boolean braces = text.has("{");
    for (Span s : clauses) {
      List<Mention> here = clauses.size() == 1 ? text.mentions() : text.mentionsIn(s);
      if (colons) {
        headings.apply(s, here);
      }
      if (ahead) {
        here.forEach(Mention::doubt);
      }
      boolean takesBack = retraction.isIn(s, here);
      boolean all = takesBack && retraction.isOfAll(s, here);
      ahead |= retraction.isOfWhatFollows(s, here);
      if (!before.isEmpty() && takesBack) {
        doubt(before, all);
      }
      if (braces) {
        here.stream().filter(m -> text.isInBraces(m.start)).forEach(Mention::doubt);
      }
      boolean unclear = !before.isEmpty() && text.tells(s) && text.hasUnknownWord(s);
      here.stream()
          .filter(m -> unclear || m.unreadCause || !m.isStatedPlainly())
          .forEach(m -> takeBackEarlier(m, m.start));
      here.stream()
          .filter(m -> (m.isUnread && m.isDiagnosis()) || otherwise.isSaidOf(m, here))
          .forEach(m -> takeBackEarlier(m, s.start()));
      if (!here.isEmpty()) {
        before.push(here);
      }
    }
  }

  /** Back to the last clause with a diagnosis: "Pernicious anemia. Fatigue. Not ours." */
  private static void doubt(Deque<List<Mention>> before, boolean all) {
    for (List<Mention> clause : before) {
      clause.forEach(Mention::doubt);
      if (!all && clause.stream().anyMatch(Mention::isDiagnosis)) {
        return;
      }
    }
  }

  /** "Anemia due to B12 deficiency. Anemia resolved." */
  private void takeBackEarlier(Mention later, int to) {
    for (Mention m : text.mentions()) {
      if (m.end <= to && m.isStatedPlainly() && entails.test(m, later)) {
        m.doubt();
      }
    }
  }
}
