package org.cobalink.review.check;

import java.util.List;

/**
 * Every check, in the order it looks. Of findings that lead to the same verdict the first decides.
 */
public final class Checks {
  private static final List<Check> ALL =
      List.of(
          Contradiction::look,
          new AssessmentCheck(),
          new UnreadCheck(),
          new ConditionalCodeCheck(),
          new LinkCheck(),
          new ProvenanceCheck(),
          new EvidenceCheck(),
          new CoverageCheck());

  private Checks() {}

  public static void look(Case c, Findings findings) {
    ALL.forEach(check -> check.look(c, findings));
  }

  /**
   * Recorded codes are compared only where the words decide: a question comes before a correction.
   * That two codes of ours exclude each other is always said.
   */
  private static final class ConditionalCodeCheck implements Check {
    @Override
    public void look(Case c, Findings findings) {
      boolean decided = c.coded().deciding().stream().allMatch(r -> r.finding().isEmpty());
      boolean agreed = !findings.has("diagnosisDrift");
      boolean compared = decided && agreed && !c.coded().deciding().isEmpty();
      if (compared) {
        new WrittenCodeCheck().look(c, findings);
        new CodeCheck().look(c, findings);
        new SameDeficiencyCheck().look(c, findings);
        new SequenceCheck().look(c, findings);
      }
      new ExcludesCheck(compared).look(c, findings);
    }
  }
}
