package org.cobalink.review.assess;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.cobalink.knowledge.Modifier;
import org.cobalink.knowledge.Phrases;

/**
 * What a linker that points back speaks of: "it is due to" of the one thing named before, "the
 * deficiency is due to" of the one deficiency named last. Of two it would be a guess.
 */
final class Antecedent {
  private static final String NOUN = "deficiency";

  private Antecedent() {}

  /** Whether the linker points back at nothing, or plainly at the last of these. */
  static boolean isClear(
      Phrases.Match<Modifier> link,
      List<Mention> before,
      IntFunction<String> text,
      IntPredicate refers) {
    List<String> pointing =
        IntStream.range(link.start(), link.end()).filter(refers).mapToObj(text).toList();
    if (pointing.isEmpty()) {
      return true;
    }
    if (!pointing.contains(NOUN)) {
      return before.size() == 1;
    }
    List<Mention> named = before.stream().filter(m -> names(m, text)).toList();
    return named.size() == 1 && named.get(0) == before.get(before.size() - 1);
  }

  private static boolean names(Mention m, IntFunction<String> text) {
    return IntStream.range(m.start, m.end).mapToObj(text).anyMatch(NOUN::equals);
  }
}
