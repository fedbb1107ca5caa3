package org.cobalink.review.assess;

import java.util.List;
import org.cobalink.knowledge.IndexWith;
import org.cobalink.knowledge.Lexicon;

/** What the Alphabetic Index itself joins (with.tsv). */
final class IndexJoins {
  private final IndexWith indexWith;

  IndexJoins(IndexWith indexWith) {
    this.indexWith = indexWith;
  }

  /** "with" links only what the Index joins by it. */
  void join(Mention left, List<Mention> right) {
    if (left == null || left.isAmbiguous()) {
      return;
    }
    for (Mention other : right) {
      if (!other.isAmbiguous() && joins(left, other)) {
        Links.addCause(left, other);
      } else if (!other.isAmbiguous() && joins(other, left)) {
        Links.addCause(other, left);
      }
    }
  }

  private boolean joins(Mention effect, Mention cause) {
    return joins(effect.meanings.get(0).concepts(), cause);
  }

  private boolean joins(List<String> effects, Mention cause) {
    return effects.stream()
        .anyMatch(
            e -> cause.meanings.get(0).concepts().stream().anyMatch(c -> indexWith.joins(e, c)));
  }

  /** An abbreviation that the Index joins to its stated cause in one meaning means that. */
  void settle(Mention left, List<Mention> right) {
    if (left.isAmbiguous()) {
      List<Lexicon.Meaning> fitting =
          left.meanings.stream()
              .filter(m -> right.stream().anyMatch(r -> joins(m.concepts(), r)))
              .toList();
      left.meanings = fitting.size() == 1 ? fitting : left.meanings;
    }
  }
}
