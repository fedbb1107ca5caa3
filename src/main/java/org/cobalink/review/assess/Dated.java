package org.cobalink.review.assess;

import java.util.Set;
import java.util.regex.Pattern;

/** Years and the blanks of a template beside a diagnosis: "in 2012", "*** B12 deficiency ***". */
final class Dated {
  private static final Set<String> BLANKS = Set.of("{", "}", "@", "_", "‹", "›");
  private static final Set<String> BEFORE_YEAR =
      Set.of(
          "the", "in", "(", ",", "-", "back", "from", "until", "till", "circa", "~", "of", ":",
          "early", "late");
  static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}s?");
  private static final Pattern MONTH = Pattern.compile("[0-9]{1,2}");
  private final Words words;

  Dated(Words words) {
    this.words = words;
  }

  /** A year that is not when it happened, or a blank, stands right beside the mention. */
  boolean isBeside(Mention m) {
    boolean emptyBox = words.isText(m.start - 1, ")") && words.isText(m.start - 2, "(");
    boolean dated = isYearBefore(m) || isYearInClause(m);
    return emptyBox || isBlank(m.start - 1, -1) || isBlank(m.end, 1) || (!m.isEvent() && dated);
  }

  private boolean isBlank(int at, int step) {
    if (at < words.start || at >= words.end) {
      return false;
    }
    boolean stars = words.isText(at, "*") && words.isText(at + step, "*");
    return !words.isModified(at) && (stars || BLANKS.contains(words.text(at)));
  }

  /**
   * A year with no other mention between it and this one, and no word before it that says since
   * when: "last seen 2016", "seen 2019 for ...".
   */
  private boolean isYearInClause(Mention m) {
    int to = m.end;
    while (to < words.end && !words.isMention(to)) {
      to++;
    }
    boolean first = words.mentions.get(0) == m;
    int from = isBegunBefore(m) ? behindYear(m.end) : m.end;
    return hasLooseYear(from, to) || (first && hasLooseYear(words.start, m.start));
  }

  /** "Diagnosed with pernicious anemia in 2009". */
  private boolean isBegunBefore(Mention m) {
    int at = m.start - 1;
    while (at > words.start && (words.isWith(at) || words.isFiller(at))) {
      at--;
    }
    return at >= words.start && words.isBeginning(at);
  }

  /**
   * A year that no word or thing before it has, and no surgery behind it: "2015 gastric bypass".
   */
  boolean hasLooseYear(int from, int to) {
    for (int i = from; i < to; i++) {
      if (isYear(i) && !saysSince(from, i) && !isOfEvent(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOfEvent(int year) {
    return words.mentions.stream().anyMatch(m -> m.isEvent() && m.start == year + 1);
  }

  /** Whether the words of its part say since when, or name a thing that the year is of. */
  private boolean saysSince(int from, int year) {
    for (int i = year - 1; i >= from; i--) {
      if (words.isBeginning(i) || words.isThing(i)) {
        return true;
      }
    }
    return false;
  }

  /** Where a year that begins at {@code from} ends, "in early 2022" included; else the same. */
  int behindYear(int from) {
    int at = from;
    while (at < words.end && (BEFORE_YEAR.contains(words.text(at)) || isMonth(at))) {
      at += isMonth(at) ? 2 : 1;
    }
    return isYear(at) ? at + 1 : from;
  }

  private boolean isYearBefore(Mention m) {
    int at = m.start - 1;
    while (words.isText(at, ":") || words.isText(at, "-")) {
      at--;
    }
    return isYear(at) && !words.isText(at - 1, "since");
  }

  private boolean isMonth(int at) {
    return at + 1 < words.end
        && MONTH.matcher(words.text(at)).matches()
        && words.isText(at + 1, "/");
  }

  /** A year alone, not the beginning of a date; most words are told by their first letter. */
  private boolean isYear(int at) {
    return at >= words.start
        && at < words.end
        && Character.isDigit(words.text(at).charAt(0))
        && YEAR.matcher(words.text(at)).matches()
        && !(words.isText(at + 1, "-")
            && at + 2 < words.end
            && MONTH.matcher(words.text(at + 2)).matches());
  }
}
