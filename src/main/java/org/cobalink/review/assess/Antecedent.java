package org.cobalink.review.assess;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.cobalink.knowledge.Modifier;
import org.cobalink.knowledge.Phrases;
import org.cobalink.knowledge.Roles;
import org.cobalink.knowledge.Roles.Role;

/**
 * What a linker that points back speaks of: "it is due to" of the one thing named before. Of two it
 * would be a guess.
 */
final class Antecedent {
  private final IntFunction<String> text;
  private final Roles roles;

  Antecedent(IntFunction<String> text, Roles roles) {
    this.text = text;
    this.roles = roles;
  }

  /** Whether the linker points back at nothing, or plainly at the one named before. */
  boolean isClear(Phrases.Match<Modifier> link, List<Mention> before) {
    return before.size() == 1
        || IntStream.range(link.start(), link.end())
            .mapToObj(text)
            .noneMatch(w -> roles.plays(Role.REFERS, w));
  }
}
