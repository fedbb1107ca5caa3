package org.cobalink.review.assess;

import static org.cobalink.knowledge.Direction.ADJACENT;
import static org.cobalink.knowledge.Direction.BACKWARD;
import static org.cobalink.knowledge.Direction.BOTH;
import static org.cobalink.knowledge.Direction.EARLIER;
import static org.cobalink.knowledge.Direction.SIDE;
import static org.cobalink.knowledge.Direction.TRAILING;

import java.util.Set;
import org.cobalink.knowledge.Direction;
import org.cobalink.knowledge.Effect;
import org.cobalink.knowledge.Modifier;
import org.cobalink.knowledge.Phrases;
import org.cobalink.knowledge.Roles.Role;
import org.cobalink.review.assess.ReadText.Span;

/** The known words of a clause that doubt, deny, date or ascribe what stood before it. */
final class BackWords {
  private static final Set<Direction> BACK = Set.of(BACKWARD, BOTH, TRAILING, SIDE, EARLIER);
  private static final Set<Direction> BEHIND = Set.of(BACKWARD, TRAILING, SIDE);
  private static final Set<Effect> SAID = Set.of(Effect.THING, Effect.OF_THING, Effect.PLAIN);
  private static final Set<Direction> BACK_OVER_OWN = Set.of(BACKWARD, EARLIER);
  private static final Set<Effect> PASSED = Set.of(Effect.FILLER, Effect.OTHER_AUTHOR);
  private final ReadText text;

  BackWords(ReadText text) {
    this.text = text;
  }

  /**
   * Words that doubt, deny, date or ascribe, and speak of what stood before: they open the clause
   * looking back, they point back ("this diagnosis"), or nothing else is there to speak of.
   */
  boolean takesBack(Span s) {
    boolean nothingElse = !text.hasOpenWord(s) && !text.hasThing(s) && doubtsOf(s);
    return doubts(s)
        && (isAbout(s) || pointsBack(s) || opens(s, BACK) || opensBare(s) || nothingElse);
  }

  /** Words that doubt what is around them, wherever they stand: "Lab mix-up." */
  boolean isAbout(Span s) {
    return text.modifiersIn(s)
        .filter(m -> doubts(m, s))
        .anyMatch(
            m ->
                m.values().stream().anyMatch(v -> v.direction() == EARLIER)
                    || m.values().stream().allMatch(v -> v.direction() == BOTH));
  }

  boolean doubts(Span s) {
    return text.modifiersIn(s).anyMatch(m -> doubts(m, s));
  }

  /** Not only of what follows: "Son fills the pillbox". */
  private boolean doubtsOf(Span s) {
    return text.modifiersIn(s).anyMatch(m -> doubts(m, s) && !looksAhead(m, s));
  }

  /** What only speaks of the very word before it ("labs") must be all that is said. */
  private boolean doubts(Phrases.Match<Modifier> m, Span s) {
    boolean all = m.start() == s.start() && m.end() == s.end();
    return (Modifier.takeBack(m.values()) || (all && takesBackAlone(m)))
        && (all || isBare(m, s) || m.values().stream().noneMatch(v -> v.direction() == ADJACENT));
  }

  /** "; in her twenties." may be said of more than the diagnosis, but here nothing else is said. */
  private static boolean takesBackAlone(Phrases.Match<Modifier> m) {
    return m.values().stream()
        .anyMatch(v -> v.effect().takesBack() && BEHIND.contains(v.direction()));
  }

  private boolean opensBare(Span s) {
    return text.modifiersIn(s).anyMatch(m -> isBare(m, s) && Modifier.takeBack(m.values()));
  }

  /** "Misdiagnosed, see CBC.", "Unlikely given ...": it opens the clause, and speaks of no word. */
  private boolean isBare(Phrases.Match<Modifier> m, Span s) {
    return m.start() == s.start() && (text.isText(m.end(), ",") || isExplained(m));
  }

  /** "Denied by labs", "resolved before the diet": what follows only tells why or when. */
  private boolean isExplained(Phrases.Match<Modifier> m) {
    boolean ofPerson = m.values().stream().anyMatch(v -> v.effect() == Effect.FAMILY);
    return !ofPerson && is(m.end(), Set.of(Effect.EXPLAINS));
  }

  /** "No cognitive impairment": of a thing of its own. */
  boolean opensDenying(Span s) {
    return text.modifiersIn(s)
        .filter(m -> m.start() == s.start())
        .flatMap(m -> m.values().stream())
        .anyMatch(v -> v.effect() == Effect.NEGATED && v.direction() == Direction.FORWARD);
  }

  boolean pointsBack(Span s) {
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

  /** So that it looks back over what the clause itself names: "Ruled out, HTN". */
  boolean opensOverOwn(Span s) {
    return opens(s, BACK_OVER_OWN) || corrects(s) || isApart(s) || opensExplained(s);
  }

  private boolean opensExplained(Span s) {
    return text.modifiersIn(s)
        .anyMatch(m -> m.start() == s.start() && doubts(m, s) && isExplained(m));
  }

  /** "Risk only, RYGB." */
  private boolean isApart(Span s) {
    return text.modifiersIn(s)
        .filter(m -> m.start() == s.start() && text.isText(m.end(), ","))
        .anyMatch(m -> doubts(m, s) && m.values().stream().allMatch(v -> v.direction() == BOTH));
  }

  /** "MRI instead shows cervical stenosis": nothing is named before it that it could correct. */
  private boolean corrects(Span s) {
    return text.modifiersIn(s)
        .filter(m -> m.values().stream().anyMatch(v -> v.direction() == EARLIER))
        .anyMatch(m -> text.mentionsIn(new Span(s.start(), m.start())).isEmpty());
  }

  /** "Ruled out by normal MMA." */
  private boolean opens(Span s, Set<Direction> back) {
    return text.modifiersIn(s)
        .filter(m -> m.start() == s.start() && !text.isText(m.end(), ":") && !looksAhead(m, s))
        .anyMatch(m -> doubts(m, s) && m.values().stream().anyMatch(v -> looksBack(v, m, s, back)));
  }

  /** "None." looks back, "No fever." does not. */
  private boolean looksBack(Modifier v, Phrases.Match<Modifier> m, Span s, Set<Direction> back) {
    return back.contains(v.direction())
        && (v.direction() != TRAILING || m.end() == s.end() || isBare(m, s));
  }

  /** Words that leave a diagnosis as it is: "Wife handles the pillbox", "Son has taken up golf". */
  private boolean isOnlySaid(int from) {
    int at = from;
    while (is(at, PASSED)) {
      at++;
    }
    return is(at, SAID);
  }

  private boolean is(int at, Set<Effect> effects) {
    return text.modifiers().stream()
        .filter(m -> m.start() <= at && at < m.end())
        .flatMap(m -> m.values().stream())
        .anyMatch(v -> effects.contains(v.effect()));
  }

  private boolean isToldOf(Modifier v, Phrases.Match<Modifier> m, Span s) {
    return v.effect() == Effect.OTHER_AUTHOR
        && v.direction() == Direction.FORWARD
        && text.hasThing(new Span(m.end(), s.end()));
  }

  /** "R/o gastric carcinoid", "reports steadier walking": of a thing that follows. */
  private boolean looksAhead(Phrases.Match<Modifier> m, Span s) {
    boolean ahead =
        m.values().stream().allMatch(v -> v.direction() == SIDE || isToldOf(v, m, s))
            || m.values().stream().anyMatch(v -> v.effect() == Effect.OF_THING);
    return ahead && m.end() < s.end() && (text.isOpen(m.end()) || isOnlySaid(m.end()));
  }
}
