package org.cobalink.review.assess;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.cobalink.knowledge.Modifier;
import org.cobalink.knowledge.Phrases;
import org.cobalink.knowledge.Roles;
import org.cobalink.knowledge.Roles.Role;

/**
 * What a linker that points back speaks of: "it is due to" of the one thing named before, "the
 * deficiency is due to" (role {@code namesAgain}) of the one deficiency, if it was named last. Of
 * two it would be a guess.
 */
final class Antecedent {
  private final IntFunction<String> text;
  private final Roles roles;

  Antecedent(IntFunction<String> text, Roles roles) {
    this.text = text;
    this.roles = roles;
  }

  /** Whether the linker points back at nothing, or plainly at the last of these. */
  boolean isClear(Phrases.Match<Modifier> link, List<Mention> before) {
    List<String> pointing =
        IntStream.range(link.start(), link.end())
            .mapToObj(text)
            .filter(w -> roles.plays(Role.REFERS, w))
            .toList();
    List<String> nouns = pointing.stream().filter(w -> roles.plays(Role.NAMES_AGAIN, w)).toList();
    if (nouns.isEmpty()) {
      return pointing.isEmpty() || before.size() == 1;
    }
    List<Mention> named = before.stream().filter(m -> isNamedBy(m, nouns)).toList();
    return named.size() == 1 && named.get(0) == before.get(before.size() - 1);
  }

  private boolean isNamedBy(Mention m, List<String> nouns) {
    return IntStream.range(m.start, m.end).mapToObj(text).anyMatch(nouns::contains);
  }
}
