package org.cobalink.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which code a companion has on a date, by the most that its words say. */
public final class Companions {
  private final List<Companion> all;
  private final Concepts concepts;

  Companions(Concepts concepts, Problems problems) {
    this.concepts = concepts;
    this.all =
        Tsv.read("companions", problems).stream().map(l -> Companion.parse(l, problems)).toList();
    all.forEach(
        c ->
            problems.check(
                concepts.knows(c.concept()), "companions: unknown concept " + c.concept()));
  }

  public List<Companion> all() {
    return all;
  }

  /**
   * The line of a concept, or a narrower one, that the words say and no other line says more
   * precisely.
   *
   * @param meaning all that a statement entails
   */
  public Optional<Companion> of(String concept, Set<String> meaning, LocalDate date) {
    List<Companion> said =
        all.stream()
            .filter(c -> c.dates().holds(date) && meaning.contains(c.concept()))
            .filter(c -> concepts.isKind(c.concept(), concept))
            .toList();
    return said.stream()
        .filter(c -> said.stream().noneMatch(o -> isNarrower(o.concept(), c.concept())))
        .findFirst();
  }

  /** Whether a recorded code is one of the companion's category. */
  public static boolean keeps(Companion companion, String recorded) {
    return recorded.startsWith(companion.code().substring(0, 3));
  }

  private boolean isNarrower(String concept, String than) {
    return !concept.equals(than) && concepts.meaning(concept).contains(than);
  }
}
