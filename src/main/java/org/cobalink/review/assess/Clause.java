package org.cobalink.review.assess;

import java.util.function.BiPredicate;
import org.cobalink.knowledge.IndexWith;
import org.cobalink.knowledge.Roles;

/** One clause: the scope in which words negate, doubt, date, attribute and link what is said. */
final class Clause {
  private final Words words;
  private final IndexWith indexWith;
  private final Roles roles;
  private final BiPredicate<Mention, Mention> entails;

  /**
   * @param entails whether what the first means entails what the second may mean
   */
  Clause(Words words, IndexWith indexWith, Roles roles, BiPredicate<Mention, Mention> entails) {
    this.words = words;
    this.indexWith = indexWith;
    this.roles = roles;
    this.entails = entails;
  }

  void read() {
    Dated dated = new Dated(words);
    Between between = new Between(words);
    ReachAhead ahead = new ReachAhead(words, between, dated, roles);
    ReachBack back = new ReachBack(words, between, dated);
    for (int i = 0; i < words.mentions.size(); i++) {
      ahead.apply(words.mentions.get(i));
      back.apply(i);
    }
    new Links(words, indexWith, roles).read();
    new CloserCause(words, entails).read();
    Beside beside = new Beside(words, roles, dated);
    words.mentions.stream().filter(m -> m.isBeside).forEach(beside::weigh);
    new Unread(words, dated, roles).mark();
  }
}
