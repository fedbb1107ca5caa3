package org.cobalink.review.check;

import java.util.List;
import org.cobalink.knowledge.Gate;
import org.cobalink.review.assess.Entry;

/**
 * What the order or administration names: nothing, a procedure, or something else than the chart.
 */
final class LinkCheck implements Check {
  @Override
  public void look(Case c, Findings findings) {
    if (c.injection().namesNoReason()) {
      findings.raise(Gate.LINK_MISSING);
    } else if (!c.injection().unresolvedReasons().isEmpty() && c.assessment().named().isEmpty()) {
      findings.raise(Gate.REASON_UNRESOLVED);
    }
    List<Entry> procedures =
        c.assessment().named().stream().filter(LinkCheck::isProcedure).toList();
    if (!procedures.isEmpty() && !c.orderNamesSupport()) {
      findings.raise(Gate.PROCEDURE_AS_DIAGNOSIS, c.wordsOf(procedures));
    }
    drift(c, findings);
    driftOfDose(c, findings);
  }

  /** A dose whose own reason, in words, is not what the encounter documents. */
  private static void driftOfDose(Case c, Findings findings) {
    List<Entry> given = c.assessment().onAdministration();
    if (given.isEmpty() || c.orderNamesSupport() || !c.isSupportedToday()) {
      return;
    }
    var said = c.coder().code(given, given);
    boolean same =
        said.supports()
            && said.codes().stream().allMatch(k -> c.today().find(k.code()).isPresent());
    if (!same) {
      findings.raise(Gate.DRIFT, c.wordsOf(given));
    }
  }

  /** A drug or procedure, by its words or by its code system, and nothing else. */
  static boolean isProcedure(Entry e) {
    boolean byCode =
        !e.diagnosis().codings().isEmpty()
            && e.diagnosis().codings().stream()
                .allMatch(k -> org.cobalink.terms.CodeSystems.NOT_DIAGNOSES.contains(k.system()));
    boolean byWords =
        e.raises("b12Procedure")
            && e.statements().stream()
                .allMatch(
                    s ->
                        s.says("b12Procedure")
                            || s.says("b12TreatmentStatus")
                            || s.says("b12Mention"));
    boolean speaks =
        e.statements().stream().anyMatch(s -> !s.says("b12Procedure") && !s.says("b12Mention"));
    return byWords || (byCode && !speaks);
  }

  private static void drift(Case c, Findings findings) {
    List<Entry> elsewhere = c.assessment().named().stream().filter(e -> !isProcedure(e)).toList();
    if (!elsewhere.isEmpty() && c.isSupportedToday() && !c.orderNamesSupport()) {
      findings.raise(Gate.DRIFT, c.wordsOf(elsewhere));
    }
  }
}
