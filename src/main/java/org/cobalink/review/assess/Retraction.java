package org.cobalink.review.assess;

import static org.cobalink.knowledge.Direction.ADJACENT;
import static org.cobalink.knowledge.Direction.BACKWARD;
import static org.cobalink.knowledge.Direction.BOTH;
import static org.cobalink.knowledge.Direction.EARLIER;
import static org.cobalink.knowledge.Direction.SIDE;
import static org.cobalink.knowledge.Direction.TRAILING;

import java.util.List;
import java.util.Set;
import org.cobalink.knowledge.Direction;
import org.cobalink.knowledge.Effect;
import org.cobalink.knowledge.Modifier;
import org.cobalink.knowledge.Phrases;
import org.cobalink.knowledge.Roles.Role;
import org.cobalink.review.assess.ReadText.Span;

/**
 * Whether a clause takes back the diagnosis of the one before it: "B12 deficiency. Ruled out.",
 * "B12 deficiency; this was wrong".
 */
final class Retraction {
  private static final Set<Direction> BACK = Set.of(BACKWARD, BOTH, TRAILING, SIDE, EARLIER);
  private static final Set<Direction> BACK_OVER_OWN = Set.of(BACKWARD, EARLIER);
  private static final Set<Direction> ABOUT = Set.of(BOTH, EARLIER);
  private final ReadText text;

  Retraction(ReadText text) {
    this.text = text;
  }

  /**
   * @param here what the clause itself mentions
   */
  boolean isIn(Span s, List<Mention> here) {
    return here.isEmpty()
        ? takesBack(s)
            || isUnclear(s)
            || text.hasUnknownWord(s)
            || text.hasLooseSaying(s)
            || hasLooseYear(s)
        : looksBack(s, here);
  }

  /** "From 2010 to 2015." */
  private boolean hasLooseYear(Span s) {
    List<Phrases.Match<Modifier>> modifiers = text.modifiersIn(s).toList();
    Words words = new Words(text.tokens(), s.start(), s.end(), List.of(), modifiers);
    return new Dated(words).hasLooseYear(s.start(), s.end());
  }

  /**
   * "Item 1 was meant for another chart, disregard": all that was said before it. So does all that
   * takes back in known words ("Working dx."), and a whole sentence that tells ("I clicked the
   * wrong line"), since no order of words says which of many it means; a remark in words that no
   * table knows ("swims twice a week") goes with the last.
   */
  boolean isOfAll(Span s, List<Mention> here) {
    return (here.isEmpty() ? takesBack(s) : opens(s, BACK_OVER_OWN)) || text.tells(s);
  }

  /** It speaks of the diagnosis in words that no table knows. */
  private boolean isUnclear(Span s) {
    return s.start() < s.end()
        && text.plays(Role.GOES_ON, s.start())
        && text.hasOpenWord(new Span(s.start() + 1, s.end()));
  }

  /** "Ruled out, HTN", and "repeat B12 to confirm dx", which names no other disease. */
  private boolean looksBack(Span s, List<Mention> here) {
    boolean noDisease = here.stream().noneMatch(Mention::isDiagnosis);
    boolean ofB12 = here.stream().anyMatch(Mention::isOnlyNamed);
    return opens(s, BACK_OVER_OWN)
        || (ofB12 && text.tells(s) && text.hasUnknownWord(s))
        || (noDisease
            && ((doubts(s) && (pointsBack(s) || (goesOn(here) && isAbout(s))))
                || isUnclearAbout(s, here)));
  }

  /**
   * Words that no table knows in what only goes on about the disease ("Injection given to the wrong
   * twin"), before what stands beside it ("That is where she ends up if she stays vegan"), or with
   * a word for the disease ("The above is from the metformin handout").
   */
  private boolean isUnclearAbout(Span s, List<Mention> here) {
    Span unclear = goesOn(here) || pointsBack(s) ? s : new Span(s.start(), here.get(0).start);
    return isUnclear(s) || text.hasUnknownWord(unclear);
  }

  /**
   * Words that doubt, deny, date or ascribe, and speak of what stood before: they open the clause
   * looking back, they point back ("this diagnosis"), or nothing else is there to speak of.
   */
  private boolean takesBack(Span s) {
    boolean nothingElse = !text.hasOpenWord(s) && !text.hasThing(s);
    return doubts(s) && (isAbout(s) || pointsBack(s) || opens(s, BACK) || nothingElse);
  }

  private static boolean goesOn(List<Mention> here) {
    return here.stream().noneMatch(m -> m.isBeside);
  }

  /** Words that doubt what is around them, wherever they stand: "Lab mix-up." */
  private boolean isAbout(Span s) {
    return text.modifiersIn(s)
        .filter(m -> doubts(m, s))
        .anyMatch(m -> m.values().stream().allMatch(v -> ABOUT.contains(v.direction())));
  }

  private boolean doubts(Span s) {
    return text.modifiersIn(s).anyMatch(m -> doubts(m, s));
  }

  /** What only speaks of the very word before it ("labs") must be all that is said. */
  private static boolean doubts(Phrases.Match<Modifier> m, Span s) {
    boolean all = m.start() == s.start() && m.end() == s.end();
    return Modifier.takeBack(m.values())
        && (all || m.values().stream().noneMatch(v -> v.direction() == ADJACENT));
  }

  private boolean pointsBack(Span s) {
    for (int i = s.start(); i < s.end(); i++) {
      if (text.plays(Role.REFERS, i) && !isNamed(i, s)) {
        return true;
      }
    }
    return false;
  }

  /** "Celiac disease", "thyroid disease": one of its own, not the one before. */
  private boolean isNamed(int at, Span s) {
    boolean behindName = at > s.start() && (text.isThing(at - 1) || text.isOpen(at - 1));
    return text.isMentioned(at) || text.isThing(at) || behindName;
  }

  /** "Ruled out by normal MMA." */
  private boolean opens(Span s, Set<Direction> back) {
    return text.modifiersIn(s)
        .filter(m -> m.start() == s.start() && !text.isText(m.end(), ":") && !looksAhead(m, s))
        .anyMatch(m -> doubts(m, s) && m.values().stream().anyMatch(v -> looksBack(v, m, s, back)));
  }

  /** "None." looks back, "No fever." does not. */
  private static boolean looksBack(
      Modifier v, Phrases.Match<Modifier> m, Span s, Set<Direction> back) {
    return back.contains(v.direction()) && (v.direction() != TRAILING || m.end() == s.end());
  }

  /** "R/o gastric carcinoid": of a thing that follows. */
  private boolean looksAhead(Phrases.Match<Modifier> m, Span s) {
    boolean ahead =
        m.values().stream().allMatch(v -> v.direction() == SIDE)
            || m.values().stream().anyMatch(v -> v.effect() == Effect.OF_THING);
    return ahead && m.end() < s.end() && (text.isOpen(m.end()) || text.isThing(m.end()));
  }
}
