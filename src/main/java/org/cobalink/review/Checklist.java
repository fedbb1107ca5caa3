package org.cobalink.review;

import java.util.List;
import org.cobalink.facts.Facts.Part;
import org.cobalink.review.assess.Assessment;
import org.cobalink.review.check.Case;
import org.cobalink.review.check.Findings;

/** The five questions of the B12 documentation checklist, each yes, no or unknown. */
public record Checklist(
    Answer assessmentPresent,
    Answer supportPresent,
    Answer specificityMatched,
    Answer noDiagnosisDrift,
    Answer diagnosisSeparateFromProcedure) {

  /** Unknown is an answer of its own. */
  public enum Answer {
    YES,
    NO,
    UNKNOWN;

    static Answer of(boolean yes) {
      return yes ? YES : NO;
    }

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static final Checklist UNKNOWN =
      new Checklist(Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN);

  static Checklist of(Case c, Findings findings) {
    boolean present = c.isSupportedToday();
    boolean drift = findings.has("diagnosisDrift");
    boolean imprecise =
        List.of(
                "codeMissing",
                "codeUnspecific",
                "codeExceedsWords",
                "codeInvalid",
                "codeConflict",
                "sequence",
                "linkUnclear",
                "presumedLink")
            .stream()
            .anyMatch(findings::has);
    return new Checklist(
        findings.has("notObtained") && !present ? Answer.UNKNOWN : Answer.of(present),
        support(c),
        present || imprecise ? Answer.of(!imprecise) : Answer.UNKNOWN,
        drift ? Answer.NO : present ? Answer.YES : Answer.UNKNOWN,
        Answer.of(!findings.has("procedureAsDiagnosis")));
  }

  private static Answer support(Case c) {
    boolean found =
        c.evidence().stream().anyMatch(e -> e.supports(c.knowledge()))
            || Assessment.meaning(c.assessment().entries()).contains("b12Evidence");
    boolean looked =
        c.facts().obtained().contains(Part.B12_LABS)
            && c.facts().obtained().contains(Part.HEMOGLOBIN);
    return found ? Answer.YES : looked ? Answer.NO : Answer.UNKNOWN;
  }
}
