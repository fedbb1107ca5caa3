package org.cobalink.review.assess;

import java.util.List;
import org.cobalink.knowledge.Direction;
import org.cobalink.knowledge.Effect;
import org.cobalink.knowledge.Modifier;
import org.cobalink.knowledge.Phrases;
import org.cobalink.knowledge.Tokens;
import org.cobalink.review.assess.ReadText.Span;

/**
 * The heading that a clause stands under: to the end of its line or list it speaks of all that
 * follows ("Family history: diabetes; pernicious anemia"). One in words that no table knows makes
 * what it stands over ask.
 */
final class Headings {
  private final ReadText text;
  private List<Effect> heading = List.of();
  private boolean strange;
  private boolean overLine;
  private boolean overList;
  private boolean overItems;

  Headings(ReadText text) {
    this.text = text;
  }

  /** Applies what stands over the clause to its mentions, then looks for a heading in it. */
  void apply(Span s, List<Mention> here) {
    if (hasColon(s) || (text.isText(s.start() - 1, Tokens.NEWLINE) && leavesList(s))) {
      heading = List.of();
    }
    for (Mention m : here) {
      heading.forEach(m::apply);
      if (strange || (overLine && !hasColon(s)) || isOfYear(s, m)) {
        m.doubt();
      }
    }
    overLine = (strange || overLine) && !hasColon(s) && !text.isText(s.end(), Tokens.NEWLINE);
    Span over = ofHeading(s);
    strange =
        here.stream().noneMatch(m -> m.isDiagnosis() && over.holds(m.start, m.end))
            && hasColon(s)
            && text.hasStrangeWord(over);
    boolean whole = here.isEmpty() && text.isText(s.end(), ":");
    text.modifiersIn(s)
        .filter(m -> takesBack(m) && (whole || isHeading(m)))
        .findFirst()
        .ifPresent(m -> open(m, here));
  }

  /** "2014: B12 deficiency": what was there then; of surgery it is when. */
  private boolean isOfYear(Span s, Mention m) {
    int year = s.start() - 2;
    return !m.isEvent()
        && year >= 0
        && (year == 0 || Clauses.isEnd(text.tokens().get(year - 1).text()))
        && text.isText(s.start() - 1, ":")
        && Dated.YEAR.matcher(text.tokens().get(year).text()).matches();
  }

  private void open(Phrases.Match<Modifier> found, List<Mention> here) {
    heading = found.values().stream().map(Modifier::effect).toList();
    here.stream().filter(m -> m.start > found.end()).forEach(m -> heading.forEach(m::apply));
    int next = colon(found);
    while (text.isText(next, ":") || text.isText(next, Tokens.NEWLINE)) {
      next++;
    }
    overList = text.isText(next - 1, Tokens.NEWLINE);
    overItems = overList && !isWord(next);
  }

  /** A list of items ends with them, one of plain lines with an empty line. */
  private boolean leavesList(Span s) {
    boolean item = s.start() < s.end() && !isWord(s.start());
    return !overList || (overItems ? !item : s.start() == s.end());
  }

  private boolean isWord(int at) {
    return at < text.tokens().size() && Character.isLetter(text.tokens().get(at).text().charAt(0));
  }

  /** A colon behind it: "Ruled out:", and of what does not only point ahead "... this year:". */
  private boolean isHeading(Phrases.Match<Modifier> m) {
    return text.isText(colon(m), ":") || text.isText(m.end() - 1, ":");
  }

  private int colon(Phrases.Match<Modifier> m) {
    int at = m.end();
    while (pointsBack(m) && isOfHeading(at)) {
      at++;
    }
    return at;
  }

  private static boolean pointsBack(Phrases.Match<Modifier> m) {
    return m.values().stream().anyMatch(v -> v.direction() != Direction.FORWARD);
  }

  private boolean isOfHeading(int at) {
    return at < text.tokens().size()
        && Character.isLetterOrDigit(text.tokens().get(at).text().charAt(0))
        && !text.isOpen(at)
        && !text.isMentioned(at);
  }

  /** Of certainty, time or person: "Ruled out", "Copied forward from 2017". */
  private static boolean takesBack(Phrases.Match<Modifier> m) {
    return Modifier.takeBack(m.values());
  }

  /**
   * What stands over what is below: not "eGFR 52" of "CKD: eGFR 52", nor what stands before the
   * parenthesis of "B12 deficiency (picked by the EHR: pernicious anemia)".
   */
  private Span ofHeading(Span s) {
    int end = s.end();
    while (end > s.start() && !text.isText(end, ":")) {
      end--;
    }
    int start = end;
    while (start > s.start() && !text.isText(start - 1, "(")) {
      start--;
    }
    return new Span(start, end);
  }

  private boolean hasColon(Span s) {
    for (int i = s.start(); i <= s.end(); i++) {
      if (text.isText(i, ":")) {
        return true;
      }
    }
    return false;
  }
}
