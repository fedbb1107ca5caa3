package org.cobalink.review.assess;

import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;

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

  /**
   * "Anemia due to B12 deficiency. Anemia resolved."
   *
   * @param subject what that is said of; another disease's anemia is none of this one's
   */
  void takeBack(Mention later, Optional<Mention> subject, Consumer<Mention> doubting) {
    doubt(
        later.start,
        m -> entails.test(m, later) && subject.filter(s -> !entails.test(m, s)).isEmpty(),
        doubting);
  }

  /**
   * It may also turn out to be a kind of its own: "Dementia due to B12 deficiency. Memory clinic
   * have settled on Alzheimer's."
   */
  void openAgain(Mention later, int to) {
    doubt(
        to,
        m -> entails.test(m, later) || (!m.isIndication && entails.test(later, m)),
        Mention::doubt);
  }

  private void doubt(int to, Predicate<Mention> same, Consumer<Mention> doubting) {
    for (Mention m : text.mentions()) {
      if (m.end <= to && m.isStatedPlainly() && same.test(m)) {
        doubting.accept(m);
      }
    }
  }
}
