package org.cobalink.review.check;

import java.util.List;
import java.util.Optional;
import org.cobalink.knowledge.Gate;
import org.cobalink.knowledge.Icd10cm;
import org.cobalink.review.assess.Assessment;
import org.cobalink.review.assess.Entry;
import org.cobalink.terms.Code;
import org.cobalink.terms.CodeSystems;

/** What a code in the chart is on the service date, and what it asserts. */
final class RecordedCode {
  private RecordedCode() {}

  /** Why a code cannot be reported on the service date: not valid, or a header. */
  static Optional<Gate> invalid(Case c, String code) {
    Optional<Icd10cm.Entry> entry = c.knowledge().icd10cm().find(code, c.date());
    return entry.isEmpty()
        ? Optional.of(Gate.CODE_INVALID)
        : entry.filter(e -> !e.billable()).map(e -> Gate.CODE_HEADER);
  }

  /** Whether a recorded code, valid on the date, asserts a concept. */
  static boolean asserts(Case c, String code, String concept) {
    return c.knowledge()
        .says()
        .exactly(new Code(CodeSystems.ICD10CM, Icd10cm.dotted(code)), c.date())
        .filter(l -> c.knowledge().concepts().meaning(l.concepts(), List.of()).contains(concept))
        .isPresent();
  }

  /** Whether a code of the entry asserts a B12 disease. */
  static boolean claims(Case c, Entry e) {
    return e.diagnosis().icdCodings().stream()
        .anyMatch(k -> asserts(c, k.code(), Assessment.INDICATION));
  }

  /** Whether a code asserts a B12 disease that the words of the entry do not say. */
  static boolean claimsMore(Case c, Entry e, String code) {
    return asserts(c, code, Assessment.INDICATION)
        && c.knowledge()
            .says()
            .exactly(new Code(CodeSystems.ICD10CM, Icd10cm.dotted(code)), c.date())
            .filter(l -> !Assessment.meaning(List.of(e)).containsAll(l.concepts()))
            .isPresent();
  }
}
