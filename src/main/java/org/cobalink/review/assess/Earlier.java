package org.cobalink.review.assess;

import java.util.function.BiPredicate;

/** What was named before, where something later speaks of the same disease again. */
final class Earlier {
  private final ReadText text;
  private final BiPredicate<Mention, Mention> entails;

  /**
   * @param entails whether what the first means entails what the second may mean
   */
  Earlier(ReadText text, BiPredicate<Mention, Mention> entails) {
    this.text = text;
    this.entails = entails;
  }

  /** "Anemia due to B12 deficiency. Anemia resolved." */
  void takeBack(Mention later, int to) {
    for (Mention m : text.mentions()) {
      if (m.end <= to && m.isStatedPlainly() && entails.test(m, later)) {
        m.doubt();
      }
    }
  }
}
