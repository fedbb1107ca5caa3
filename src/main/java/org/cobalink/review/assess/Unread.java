package org.cobalink.review.assess;

import java.util.Set;

/**
 * What stands around a diagnosis and is not understood: words that no table knows, blanks of a
 * template, a year. There is no closed list of words that take a diagnosis back ("disputed B12
 * deficiency", "B12 deficiency queried"), so what is not known to be harmless is asked about.
 */
final class Unread {
  /** A part that opens with these ascribes what follows it: "Per website, ...". */
  private static final Set<String> ASCRIBING = Set.of("per", "by", "as", "if", "from", "according");

  private final Words words;
  private final Dated dated;
  private final Behind behind;

  Unread(Words words, Dated dated) {
    this.words = words;
    this.dated = dated;
    this.behind = new Behind(words);
  }

  /** Makes those ask that something around them may take back. */
  void mark() {
    for (int i = 0; i < words.mentions.size(); i++) {
      Mention m = words.mentions.get(i);
      if (!m.isBeside && m.isStatedPlainly() && isAround(m)) {
        m.isUnread = true;
      }
      if (behind.isDoubtfulLater(m)) {
        doubtBackToDiagnosis(i);
      }
    }
  }

  private boolean isAround(Mention m) {
    return isBefore(m) || isChoice(m) || dated.isBeside(m) || behind.isDoubtful(m);
  }

  /** "Fatigue" and "on metformin" say less than what was diagnosed before them. */
  private void doubtBackToDiagnosis(int index) {
    for (int i = index; i >= 0; i--) {
      Mention m = words.mentions.get(i);
      if (m.isBeside || m.isDiagnosis()) {
        m.doubt();
      }
      if (m.isDiagnosis()) {
        return;
      }
    }
  }

  /**
   * A word before it that no table knows, harmless ones in between; or one that takes back what
   * comes before; or a part of its own that ascribes.
   */
  private boolean isBefore(Mention m) {
    int at = m.start - 1;
    if (words.isText(at, "for")) {
      at--;
    }
    while (at >= words.start && words.isHarmlessBefore(at)) {
      at--;
    }
    return at >= words.start
        && (words.isOpenBefore(at) || (words.isText(at, ",") && isAscribed(at)));
  }

  private boolean isAscribed(int comma) {
    boolean open = false;
    for (int i = words.start; i < comma; i++) {
      if (words.isMention(i)) {
        return false;
      }
      open |= words.isOpen(i);
    }
    return open && ASCRIBING.contains(words.text(words.start));
  }

  /** "B12 deficiency / pernicious anemia": one of the two, and nobody said which. */
  private boolean isChoice(Mention m) {
    return isChoice(m.start - 1, -1) || isChoice(m.end, 1);
  }

  private boolean isChoice(int at, int step) {
    return words.isText(at, "/")
        && at + step >= words.start
        && at + step < words.end
        && words.isMention(at + step);
  }
}
