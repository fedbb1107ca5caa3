package org.cobalink.review.assess;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * A cause that is named more closely in brackets or behind a colon: "drug-induced B12 deficiency
 * (metformin)", "due to medication: omeprazole".
 */
final class CloserCause {
  private static final Set<String> OPENS = Set.of("(", "[", ":");
  private final Words words;
  private final BiPredicate<Mention, Mention> entails;

  /**
   * @param entails whether what the first means entails what the second may mean
   */
  CloserCause(Words words, BiPredicate<Mention, Mention> entails) {
    this.words = words;
    this.entails = entails;
  }

  void read() {
    for (Mention effect : words.mentions) {
      for (Mention cause : List.copyOf(effect.causes)) {
        int end = Math.max(effect.end, cause.end);
        if (end < words.end && OPENS.contains(words.text(end))) {
          name(effect, cause, end + 1);
        }
      }
    }
  }

  private void name(Mention effect, Mention cause, int at) {
    words.mentions.stream()
        .filter(m -> m.start == at && m.isBeside && entails.test(m, cause))
        .forEach(m -> Links.addCause(effect, m));
  }
}
