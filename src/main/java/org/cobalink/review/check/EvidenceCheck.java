package org.cobalink.review.check;

import java.util.List;
import org.cobalink.facts.Facts.Part;
import org.cobalink.knowledge.Gate;
import org.cobalink.review.assess.Assessment;

/** Advice only: labs never make or unmake a diagnosis (guideline I.A.19). */
final class EvidenceCheck implements Check {
  @Override
  public void look(Case c, Findings findings) {
    if (c.coded().deciding().isEmpty()) {
      return;
    }
    List<Evidence> labs = c.evidence();
    boolean supported = labs.stream().anyMatch(e -> e.supports(c.knowledge())) || saysWhy(c);
    boolean both =
        c.facts().obtained().contains(Part.B12_LABS)
            && c.facts().obtained().contains(Part.HEMOGLOBIN);
    if (!supported && both && labs.isEmpty()) {
      findings.raise(Gate.EVIDENCE_MISSING);
    }
    boolean normalB12 =
        latest(labs, "b12")
            .filter(e -> e.reading().equals("normal") && !e.afterTreatment(c.facts()))
            .isPresent();
    boolean normalHb =
        latest(labs, "hemoglobin").filter(e -> e.reading().equals("normal")).isPresent();
    boolean anemia = Assessment.meaning(c.coded().scope()).contains("anemia");
    if ((normalB12 && !supported) || (anemia && normalHb && c.facts().earlierDoses().isEmpty())) {
      findings.raise(Gate.EVIDENCE_CONFLICT);
    }
  }

  private static java.util.Optional<Evidence> latest(List<Evidence> labs, String lab) {
    return labs.stream()
        .filter(e -> e.lab().lab().equals(lab) && e.lab().date().isPresent())
        .max(java.util.Comparator.comparing(e -> e.lab().date().orElseThrow()));
  }

  /** A cause, symptom or finding in the clinician's own words. */
  static boolean saysWhy(Case c) {
    return Assessment.meaning(c.assessment().entries()).contains("b12Evidence");
  }
}
