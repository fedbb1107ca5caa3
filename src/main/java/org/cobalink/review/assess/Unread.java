package org.cobalink.review.assess;

import org.cobalink.knowledge.Roles;
import org.cobalink.knowledge.Roles.Role;
import org.cobalink.knowledge.Tokens;

/**
 * What stands around a diagnosis and is not understood: words that no table knows, blanks of a
 * template, a year. There is no closed list of words that take a diagnosis back ("disputed B12
 * deficiency", "B12 deficiency queried"), so what is not known to be harmless is asked about.
 */
final class Unread {
  private static final String ARROW = "→";
  private static final String FROM = "←";

  private final Words words;
  private final Dated dated;
  private final Behind behind;
  private final Roles roles;

  Unread(Words words, Dated dated, Roles roles) {
    this.words = words;
    this.dated = dated;
    this.behind = new Behind(words, roles);
    this.roles = roles;
  }

  /** Makes those ask that something around them may take back. */
  void mark() {
    for (int i = 0; i < words.mentions.size(); i++) {
      Mention m = words.mentions.get(i);
      boolean read = m.isBeside ? !m.causes.isEmpty() : m.isStatedPlainly();
      boolean before = read && isBefore(m);
      if (before) {
        m.causes.forEach(Mention::doubt);
      }
      if (!m.isBeside && read) {
        m.isUnread |= before || isAround(m);
      }
      if (behind.isDoubtfulLater(m) || (m.isTreatment() && behind.isDoubtful(m))) {
        doubtBack(i);
      }
    }
  }

  private boolean isAround(Mention m) {
    return isChoice(m) || dated.isBeside(m) || behind.isDoubtful(m);
  }

  /**
   * Doubts the last diagnosis, with the symptoms behind it: "fatigue" and "on metformin" say less
   * than what was diagnosed before them.
   */
  private void doubtBack(int index) {
    for (int i = index; i >= 0; i--) {
      Mention m = words.mentions.get(i);
      if (m.isBeside || m.isDiagnosis() || m.isSymptom()) {
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
    int at = firstOf(m) - 1;
    Listed listed = new Listed(words);
    while (at >= words.start && (listed.passes(at) || isPassed(at) || isSlash(m, at))) {
      at--;
    }
    return at >= words.start
        && (words.isOpenBefore(at) || (words.isText(at, ",") && isAscribed(at)));
  }

  /**
   * Harmless, or where nothing is named yet that it could join or explain: "child of patient with
   * ...", "claim went out as ...".
   */
  private boolean isPassed(int at) {
    boolean opening = words.mentions.stream().noneMatch(m -> m.start <= at && m.isDiagnosis());
    return words.isHarmlessBefore(at)
        || words.isCodeAt(at)
        || words.isText(at, "for")
        || words.isText(at, ":")
        || words.isText(at, Tokens.NEWLINE)
        || (opening && (words.isWith(at) || words.isExplaining(at)));
  }

  /** "Test / B12 deficiency". */
  private boolean isSlash(Mention m, int at) {
    return m.isDiagnosis() && words.isText(at, "/");
  }

  /** Where "metformin-induced B12 deficiency" begins. */
  private static int firstOf(Mention m) {
    return m.causes.stream().mapToInt(c -> c.start).filter(s -> s < m.start).min().orElse(m.start);
  }

  private boolean isAscribed(int comma) {
    boolean open = false;
    for (int i = words.start; i < comma; i++) {
      if (words.isMention(i)) {
        return false;
      }
      open |= words.isOpen(i);
    }
    return open && roles.plays(Role.ASCRIBES, words.text(words.start));
  }

  /**
   * "B12 deficiency / pernicious anemia", "anemia = CKD", ", or lupus": one of the two, and nobody
   * said which. An arrow between two diagnoses may say that the one was changed to the other, or
   * that it is due to it.
   */
  private boolean isChoice(Mention m) {
    int or = words.isText(m.end, ",") ? m.end + 1 : m.end;
    return isChoice(m, m.start - 1, -1)
        || isChoice(m, m.end, 1)
        || (words.isText(or, "or") && isThing(or + 1));
  }

  private boolean isChoice(Mention m, int at, int step) {
    boolean arrow = words.isText(at, ARROW);
    boolean disease =
        words.mentions.stream()
            .filter(o -> o.start <= at + step && at + step < o.end)
            .anyMatch(o -> !o.meanings.equals(m.meanings) && (!arrow || o.isDiagnosis()));
    boolean slash = words.isText(at, "/") || words.isText(at, "=") || words.isText(at, FROM);
    boolean code = arrow && step > 0 && at + 1 < words.end && words.isCodeAt(at + 1);
    return code || ((slash || arrow) && (disease || (m.isDiagnosis() && isThing(at + step))));
  }

  private boolean isThing(int at) {
    return at >= words.start && at < words.end && words.isThing(at);
  }
}
