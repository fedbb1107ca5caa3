package org.cobalink.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cobalink.knowledge.Icd10cm;
import org.cobalink.review.assess.Entry;
import org.cobalink.review.check.Case;
import org.cobalink.review.code.SupportedCode;

/** Works out what a link or recode would change. Presumed codes are never in it (law 5). */
final class Planner {
  private final Case c;
  private final List<SupportedCode> codes;
  private final List<Plan.NewDiagnosis> creates = new ArrayList<>();
  private final List<Plan.Reason> reasons = new ArrayList<>();
  private final Set<String> replaced = new HashSet<>();

  Planner(Case c, List<SupportedCode> codes) {
    this.c = c;
    this.codes = codes.stream().filter(s -> !s.role().status() && !s.presumed()).toList();
  }

  Plan plan() {
    List<Plan.Recode> recodes = recodes();
    for (SupportedCode s : codes) {
      Optional<Entry> carrier = carrier(s, recodes);
      int created = -1;
      if (carrier.isEmpty()) {
        created = creates.size();
        creates.add(new Plan.NewDiagnosis(s.words(), s.code(), s.entry().title()));
      }
      reasons.add(
          new Plan.Reason(
              carrier.map(Entry::ref),
              created,
              s.code(),
              s.entry().title(),
              s.words(),
              !s.isDiagnosis()));
    }
    return new Plan(
        List.copyOf(creates), recodes, List.copyOf(reasons), Set.copyOf(replaced), redundant());
  }

  /** The encounter diagnoses that state the diagnosis, where their code changes. */
  private List<Plan.Recode> recodes() {
    List<Plan.Recode> found = new ArrayList<>(1);
    for (Entry e : c.coded().scope()) {
      Optional<SupportedCode> own = c.coder().ownCode(e, c.coded());
      if (own.isEmpty() || carries(e, own.get().code()) || c.coder().codesAnother(e, own.get())) {
        continue;
      }
      e.diagnosis().icdCodings().forEach(k -> replaced.add(Icd10cm.dotted(k.code())));
      boolean listed = codes.stream().anyMatch(s -> s.code().equals(own.get().code()));
      if (e.isOfEncounter() && listed && !e.diagnosis().isUnnamed()) {
        found.add(new Plan.Recode(e.ref(), own.get().code(), own.get().entry().title()));
      }
    }
    codes.forEach(s -> replaced.remove(s.code()));
    return List.copyOf(found);
  }

  /** The Condition of the encounter that carries the code once the recoding is done. */
  private Optional<Entry> carrier(SupportedCode s, List<Plan.Recode> recodes) {
    return c.assessment().entries().stream()
        .filter(e -> e.isOfEncounter() && !e.diagnosis().isUnnamed())
        .filter(
            e ->
                recodes.stream()
                    .filter(r -> r.condition().equals(e.ref()))
                    .findFirst()
                    .map(r -> r.code().equals(s.code()))
                    .orElseGet(() -> carries(e, s.code()) && states(e, s)))
        .findFirst();
  }

  /**
   * Whether the words of a diagnosis say what the code asserts: a wrong code elsewhere is no
   * carrier.
   */
  private boolean states(Entry e, SupportedCode s) {
    boolean own =
        c.coder().ownCode(e, c.coded()).filter(o -> o.code().equals(s.code())).isPresent();
    return own || e.equals(s.source()) || c.coder().saysWhat(e, s.code());
  }

  private static boolean carries(Entry e, String code) {
    return e.diagnosis().icdCodings().stream().anyMatch(k -> Icd10cm.dotted(k.code()).equals(code));
  }

  private List<String> redundant() {
    List<String> found = new ArrayList<>();
    for (Entry e : c.assessment().entries()) {
      boolean contained =
          e.isOfEncounter()
              && codes.stream().noneMatch(s -> carries(e, s.code()))
              && codes.stream()
                  .anyMatch(
                      s ->
                          e.diagnosis().icdCodings().stream()
                              .anyMatch(
                                  k ->
                                      c.knowledge()
                                          .contains()
                                          .holds(s.code(), Icd10cm.dotted(k.code()), c.date())));
      if (contained && !isRecoded(e)) {
        found.add(e.diagnosis().words());
      }
    }
    return List.copyOf(found);
  }

  private boolean isRecoded(Entry e) {
    return c.coder().ownCode(e, c.coded()).filter(o -> !carries(e, o.code())).isPresent();
  }
}
