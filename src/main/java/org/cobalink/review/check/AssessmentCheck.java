package org.cobalink.review.check;

import java.util.List;
import org.cobalink.facts.Injection;
import org.cobalink.knowledge.Gate;
import org.cobalink.knowledge.Row;
import org.cobalink.review.Verdict;
import org.cobalink.review.assess.Assessment;
import org.cobalink.review.assess.Entry;

/**
 * Whether a clinician documented a diagnosis that supports the injection, and if not, what stands
 * there instead: an uncertain, past, ambiguous or foreign statement, a symptom, another reason, or
 * nothing.
 */
final class AssessmentCheck implements Check {
  @Override
  public void look(Case c, Findings findings) {
    if (c.isSupportedToday()) {
      raiseRows(findings, c.today().deciding());
      raiseNamedDoubt(c, findings);
      return;
    }
    boolean weakened = Weakened.raise(c, findings, c.assessment().addressed());
    if (c.isOnlyOnProblemList()) {
      onProblemList(c, findings);
    }
    raiseRows(findings, c.today().deciding());
    boolean reasoned = OtherReasons.raise(c, findings, weakened);
    if (!weakened && !reasoned && !c.isOnlyOnProblemList()) {
      weakened = Weakened.raise(c, findings, c.assessment().notAddressed());
    }
    boolean said =
        weakened
            || reasoned
            || c.isOnlyOnProblemList()
            || !findings.all().stream().allMatch(f -> f.leadsTo() == Verdict.LINK);
    if (!said) {
      findings.raise(Gate.ASSESSMENT_MISSING);
    }
  }

  /** A prescriber who doubts on the order what the encounter states is asked, not overruled. */
  private static void raiseNamedDoubt(Case c, Findings findings) {
    if (!c.orderNamesSupport()) {
      c.assessment().named().stream()
          .filter(e -> e.statements().stream().anyMatch(Weakened::isUncertain))
          .forEach(e -> Weakened.uncertain(c, findings, e));
    }
  }

  private static void onProblemList(Case c, Findings findings) {
    Injection injection = c.injection();
    List<Entry> entries =
        c.assessment().notAddressed().stream()
            .filter(e -> e.documents(Assessment.INDICATION))
            .toList();
    findings.raise(
        Gate.NOT_ADDRESSED,
        injection.beingSigned() ? Verdict.LINK : Verdict.QUERY,
        c.wordsOf(entries));
    raiseRows(findings, c.withProblemList().deciding());
  }

  /** Rows of tier P and Q ask; rows of tier H go to a person. */
  private static void raiseRows(Findings findings, List<Row> rows) {
    for (Row row : rows) {
      if (row.finding().isPresent() && row.tier() != Row.Tier.A) {
        findings.raise(row, row.tier() == Row.Tier.H ? Verdict.HUMAN : Verdict.QUERY);
      }
    }
  }
}
