package org.cobalink.review.assess;

import java.util.List;
import org.cobalink.knowledge.Modifier;
import org.cobalink.knowledge.Phrases;
import org.cobalink.knowledge.Roles.Role;
import org.cobalink.review.assess.ReadText.Span;

/**
 * Whether a clause takes back the diagnosis of the one before it: "B12 deficiency. Ruled out.",
 * "B12 deficiency; this was wrong".
 */
final class Retraction {
  private final ReadText text;
  private final BackWords words;

  Retraction(ReadText text) {
    this.text = text;
    this.words = new BackWords(text);
  }

  /**
   * @param here what the clause itself mentions
   */
  boolean isIn(Span s, List<Mention> here) {
    return here.isEmpty()
        ? words.takesBack(s)
            || isUnclear(s)
            || text.hasUnknownWord(s)
            || text.hasLooseSaying(s)
            || hasLooseYear(s)
        : looksBack(s, here) || (isInTakingBack(here) && words.takesBack(s));
  }

  /** "Resolved with B12 shots." */
  private boolean isInTakingBack(List<Mention> here) {
    return here.stream().allMatch(m -> !m.isDiagnosis() && !m.isBeside && text.isInTakingBack(m));
  }

  /** Whether a part of a clause does: with nothing of its own, or as "the nerves were ...". */
  boolean isInAside(Span s, List<Mention> here) {
    boolean pointing = text.tells(new Span(s.start(), s.start() + 1)) && !words.opensDenying(s);
    return (pointing || here.stream().allMatch(Mention::isOnlyNamed)) && isIn(s, here);
  }

  /** "From 2010 to 2015." */
  private boolean hasLooseYear(Span s) {
    List<Phrases.Match<Modifier>> modifiers = text.modifiersIn(s).toList();
    Words read = new Words(text.tokens(), s.start(), s.end(), List.of(), modifiers);
    return new Dated(read).hasLooseYear(s.start(), s.end());
  }

  /**
   * "Item 1 was meant for another chart, disregard": all that was said before it. So does all that
   * takes back in known words ("Working dx."), and a whole sentence that tells ("I clicked the
   * wrong line"), since no order of words says which of many it means; a remark in words that no
   * table knows ("swims twice a week") goes with the last.
   */
  boolean isOfAll(Span s, List<Mention> here) {
    boolean takesBack = here.isEmpty() ? words.takesBack(s) : words.opensOverOwn(s);
    return takesBack || text.tells(s) || isOfNothing(s, here);
  }

  /**
   * "It was Mum who needed the jabs. Pernicious anaemia.": words that are not understood and name
   * no disease, or that take back what is around them, before the diagnosis they speak of. A
   * heading is read as one.
   */
  boolean isOfWhatFollows(Span s, List<Mention> here) {
    boolean unclear =
        text.hasUnknownWord(s)
            && (text.tells(s) || (isOfNothing(s, here) && !words.opensDenying(s)));
    return here.stream().allMatch(m -> m.isOnlyNamed() || (m.isSymptom() && text.tells(s)))
        && !text.isText(s.end(), ":")
        && (unclear || words.isAbout(s));
  }

  /** It names no thing of its own, or a part of it does not: "Meant B6", "MMA normal, so no". */
  private boolean isOfNothing(Span s, List<Mention> here) {
    return here.isEmpty() && (!text.hasThing(s) || hasPartOfNothing(s));
  }

  private boolean hasPartOfNothing(Span s) {
    int from = s.start();
    for (int i = s.start(); i <= s.end(); i++) {
      if (i == s.end() || text.isText(i, ",")) {
        Span part = new Span(from, i);
        if (text.hasUnknownWord(part) && !text.hasThing(part)) {
          return true;
        }
        from = i + 1;
      }
    }
    return false;
  }

  /** It speaks of the diagnosis in words that no table knows. */
  private boolean isUnclear(Span s) {
    return s.start() < s.end()
        && text.plays(Role.GOES_ON, s.start())
        && !text.isMentioned(s.start())
        && text.hasOpenWord(new Span(s.start() + 1, s.end()));
  }

  /** "Ruled out, HTN", and "repeat B12 to confirm dx", which names no other disease. */
  private boolean looksBack(Span s, List<Mention> here) {
    boolean noDisease = here.stream().noneMatch(Mention::isDiagnosis);
    boolean ofB12 = here.stream().anyMatch(Mention::isOnlyNamed);
    return words.opensOverOwn(s)
        || (ofB12 && text.tells(s) && text.hasUnknownWord(s))
        || (noDisease
            && ((words.doubts(s) && (words.pointsBack(s) || (goesOn(here) && words.isAbout(s))))
                || isUnclearAbout(s, here)));
  }

  /**
   * Words that no table knows in what only goes on about the disease ("Injection given to the wrong
   * twin"), before what stands beside it ("That is where she ends up if she stays vegan"), or with
   * a word for the disease ("The above is from the metformin handout").
   */
  private boolean isUnclearAbout(Span s, List<Mention> here) {
    boolean whole = words.pointsBack(s) || (goesOn(here) && !here.get(0).isSymptom());
    Span unclear = whole ? s : new Span(s.start(), here.get(0).start);
    return isUnclear(s) || text.hasUnknownWord(unclear);
  }

  private static boolean goesOn(List<Mention> here) {
    return here.stream().noneMatch(m -> m.isBeside);
  }
}
