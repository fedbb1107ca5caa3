package org.cobalink.review.assess;

import org.cobalink.knowledge.IndexWith;
import org.cobalink.knowledge.Lexicon.Effect;

/** One clause: the scope in which words negate, doubt, date, attribute and link what is said. */
final class Clause {
  private final Words words;
  private final IndexWith indexWith;

  Clause(Words words, IndexWith indexWith) {
    this.words = words;
    this.indexWith = indexWith;
  }

  void read() {
    Dated dated = new Dated(words);
    Beside beside = new Beside(words);
    new Reach(words, dated).apply();
    new Links(words, indexWith).read();
    words.mentions.stream()
        .filter(m -> m.isBeside && (!beside.isReadWhole(m) || dated.isBeside(m)))
        .forEach(m -> m.apply(Effect.UNCERTAIN));
    new Unread(words, dated).mark();
  }
}
