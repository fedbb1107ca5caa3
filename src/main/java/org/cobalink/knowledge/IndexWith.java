package org.cobalink.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * The pairs that the Alphabetic Index itself joins by "with" (with.tsv; guideline I.A.15): for
 * these the word links, for all others it does not.
 */
public final class IndexWith {
  private final List<Concepts.Relation> pairs = new ArrayList<>();
  private final List<String> sources = new ArrayList<>();
  private final Concepts concepts;

  IndexWith(Concepts concepts, Problems problems) {
    this.concepts = concepts;
    for (Tsv.Line line : Tsv.read("with", problems)) {
      for (String cell : List.of("effect", "cause")) {
        problems.check(concepts.knows(line.get(cell)), line + ": unknown concept");
      }
      pairs.add(Concepts.Relation.of(line.get("effect"), line.get("cause")));
      sources.addAll(line.words("source"));
    }
  }

  public boolean joins(String effect, String cause) {
    return pairs.stream()
        .anyMatch(
            p ->
                concepts.meaning(effect).contains(p.effect())
                    && concepts.meaning(cause).contains(p.cause()));
  }

  List<String> sources() {
    return sources;
  }
}
