package org.cobalink.review.assess;

import org.cobalink.knowledge.Roles;

/**
 * What is said behind a diagnosis, part by part, up to the next mention. A part that denies or
 * doubts nothing of its own, or has a word that no table knows, may take the diagnosis back: "B12
 * deficiency, level normal, misdiagnosed", "..., but not so", "... if confirmed".
 */
final class Behind {
  private final Words words;
  private final Parts parts;

  Behind(Words words, Roles roles) {
    this.words = words;
    this.parts = new Parts(words, roles);
  }

  /**
   * Whether what follows up to the first break may take the mention back, or makes another thing of
   * it: "B12 deficiency questions".
   */
  boolean isDoubtful(Mention m) {
    boolean questions =
        !m.isSymptom()
            && !m.isTreatment()
            && !m.isEvent()
            && m.end < words.end
            && words.isThing(m.end)
            && words.isOpenBefore(m.end);
    return questions || saysOfIt(m) || parts.isDoubtful(words.behindItsTime(m), parts.end(m.end));
  }

  /** "B12 deficiency stopped being a problem": what is else said of things, said of it. */
  private boolean saysOfIt(Mention m) {
    int at = m.end;
    while (at < words.end && words.isFiller(at) && !words.isText(at, "-")) {
      at++;
    }
    return at < words.end && words.isOfThing(at);
  }

  /** Whether one of the parts after that may, those with a mention of their own aside. */
  boolean isDoubtfulLater(Mention m) {
    int at = parts.end(m.end);
    while (at < words.end && !words.isMention(at)) {
      int to = parts.end(at + 1);
      if (!parts.reachesOther(to) && parts.isDoubtful(at + 1, to)) {
        return true;
      }
      at = to;
    }
    return false;
  }
}
