package org.cobalink.review.check;

import org.cobalink.facts.Facts.Part;
import org.cobalink.facts.Injection.Doubt;
import org.cobalink.knowledge.Gate;
import org.cobalink.review.Verdict;
import org.cobalink.review.assess.Assessment;
import org.cobalink.review.assess.Entry;

/**
 * Late entries, missing parts of the chart, foreign resources, and what is not plain of the
 * product.
 */
final class ProvenanceCheck implements Check {
  @Override
  public void look(Case c, Findings findings) {
    var doubts = c.injection().doubts();
    if (doubts.contains(Doubt.INTRAVENOUS)) {
      findings.raise(Gate.ROUTE_INTRAVENOUS, what(c, Gate.ROUTE_INTRAVENOUS));
    }
    if (doubts.contains(Doubt.COMBINATION)) {
      findings.raise(Gate.COMBINATION, what(c, Gate.COMBINATION));
    }
    if (doubts.contains(Doubt.FORM_UNKNOWN)) {
      findings.raise(Gate.FORM_UNKNOWN);
    }
    if (!c.facts().foreign().isEmpty()) {
      findings.raise(Gate.FOREIGN_RESOURCE, c.facts().foreign().toArray(String[]::new));
    }
    if (isLate(c)) {
      findings.raise(Gate.LATE_ENTRY, Verdict.HUMAN);
    }
    boolean complete =
        c.facts().obtained().contains(Part.ENCOUNTER_DIAGNOSES)
            && c.facts().obtained().contains(Part.PROBLEMS);
    Verdict v = findings.verdict();
    if (!complete && v != Verdict.SUPPORTED && !v.isFix()) {
      findings.raise(Gate.NOT_OBTAINED);
    }
  }

  private static String what(Case c, Gate gate) {
    return c.knowledge().gate(gate).what();
  }

  /** Every supporting diagnosis was written after the dose was given. */
  private static boolean isLate(Case c) {
    var supporting =
        c.coded().scope().stream().filter(e -> e.documents(Assessment.INDICATION)).toList();
    return c.injection().administered()
        && !supporting.isEmpty()
        && supporting.stream().allMatch(e -> isAfter(c, e));
  }

  private static boolean isAfter(Case c, Entry e) {
    return e.diagnosis().recorded().filter(d -> d.isAfter(c.date())).isPresent();
  }
}
