package org.cobalink.review.assess;

import java.util.Set;

/**
 * What else a list names before a diagnosis, read from there backward: "atrial fibrillation and B12
 * deficiency". Without an "and" in between it may be another disease ("hookworm anemia"); before a
 * comma anything may stand.
 */
final class Listed {
  private static final Set<String> BREAKS = Set.of("and", "&");
  private final Words words;
  private boolean apart;
  private boolean thing;

  Listed(Words words) {
    this.words = words;
  }

  /** Whether the token is a thing that a break keeps from the diagnosis, or what is said of it. */
  boolean passes(int at) {
    if (BREAKS.contains(words.text(at))) {
      apart = true;
      thing = false;
      return false;
    }
    thing |= words.isThing(at);
    return apart && (words.isThing(at) || (thing && words.isOfThing(at)));
  }
}
