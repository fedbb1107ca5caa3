package org.cobalink.review.code;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.review.assess.Assessment;

/**
 * The codes of several rows in one reporting order: each row's own order is kept, codes that stand
 * before all others come first (guideline I.C.15.a), status codes last.
 */
final class Sequence {
  private final List<SupportedCode> codes = new ArrayList<>(4);

  /** Adds a row's codes; one that is there already keeps its place. */
  void add(List<SupportedCode> row) {
    int at = 0;
    for (int i = 0; i < row.size(); i++) {
      int known = find(row.get(i).code());
      if (known >= 0) {
        codes.set(known, codes.get(known).and(row.get(i)));
        at = known + 1;
      } else {
        at = i == 0 ? before(row) : at;
        codes.add(at++, row.get(i));
      }
    }
  }

  /** A row that opens with a new code puts it before the first code it shares. */
  private int before(List<SupportedCode> row) {
    return row.stream()
        .map(c -> find(c.code()))
        .filter(i -> i >= 0)
        .findFirst()
        .orElse(codes.size());
  }

  /** The containing code moves to where the contained one stood, before what follows from it. */
  private void takePlace(SupportedCode containing, SupportedCode contained) {
    int at = Math.min(codes.indexOf(containing), codes.indexOf(contained));
    codes.remove(containing);
    codes.remove(contained);
    codes.add(at, containing);
  }

  /** Whether the code stands for vitamin B12 here, and not for another vitamin that shares it. */
  private static boolean isIndication(SupportedCode s, Knowledge knowledge) {
    return s.rows().stream()
        .filter(r -> r.codes().stream().anyMatch(c -> c.own() && c.code().equals(s.code())))
        .map(r -> knowledge.concepts().meaning(r.when().own()))
        .anyMatch(m -> m.contains(Assessment.INDICATION));
  }

  private int find(String code) {
    for (int i = 0; i < codes.size(); i++) {
      if (codes.get(i).code().equals(code)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * A status that another code already says (an Excludes1 note) is left out, and so is a code that
   * another contains for the same deficiency (I.B.9).
   */
  List<SupportedCode> codes(Knowledge knowledge, LocalDate date) {
    codes.removeIf(
        s ->
            s.role().status()
                && codes.stream()
                    .anyMatch(
                        c -> knowledge.notes().excludes1(s.code(), c.code(), date).isPresent()));
    for (SupportedCode s : List.copyOf(codes)) {
      if (isIndication(s, knowledge)) {
        codes.stream()
            .filter(c -> knowledge.contains().holds(c.code(), s.code(), date))
            .findFirst()
            .ifPresent(c -> takePlace(c, s));
      }
    }
    codes.sort(
        Comparator.comparing((SupportedCode c) -> !c.role().first())
            .thenComparing(c -> c.role().status()));
    return List.copyOf(codes);
  }
}
