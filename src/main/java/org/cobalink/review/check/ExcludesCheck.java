package org.cobalink.review.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cobalink.knowledge.Gate;
import org.cobalink.knowledge.Icd10cm;
import org.cobalink.review.Verdict;
import org.cobalink.review.assess.Entry;
import org.cobalink.review.code.SupportedCode;

/**
 * Two codes that an Excludes1 note keeps apart, one of them a code of this review (guideline
 * I.A.12.a): a person decides, both are shown. A code that another contains is not such a pair.
 *
 * @param withRecorded whether the codes that the chart records are held against ours too
 */
record ExcludesCheck(boolean withRecorded) implements Check {
  @Override
  public void look(Case c, Findings findings) {
    List<String> supported =
        c.coded().codes().stream()
            .filter(s -> !s.role().status())
            .map(SupportedCode::code)
            .toList();
    Set<String> beside = new LinkedHashSet<>(supported);
    c.coded().scope().stream()
        .filter(e -> withRecorded && e.plain().findAny().isPresent() && keepsItsCode(c, e))
        .flatMap(e -> e.diagnosis().icdCodings().stream())
        .map(k -> Icd10cm.dotted(k.code()))
        .filter(code -> isBillable(c, code))
        .forEach(beside::add);
    for (String code : supported) {
      for (String other : beside) {
        if (isPair(c, code, other)) {
          findings.raise(Gate.EXCLUDES1, Verdict.HUMAN, shown(c, code), shown(c, other));
        }
      }
    }
  }

  /** The code where the chart records it, else the words for it: no card names a new code. */
  private static String shown(Case c, String code) {
    boolean recorded =
        c.assessment().entries().stream()
            .flatMap(e -> e.diagnosis().icdCodings().stream())
            .anyMatch(k -> Icd10cm.dotted(k.code()).equals(code));
    return recorded ? code : c.coded().find(code).map(SupportedCode::words).orElse(code);
  }

  /** A code that is about to be replaced is no pair with the one that replaces it. */
  private static boolean keepsItsCode(Case c, Entry e) {
    return c.coder()
        .ownCode(e, c.coded())
        .filter(
            own ->
                e.diagnosis().icdCodings().stream()
                    .noneMatch(k -> Icd10cm.dotted(k.code()).equals(own.code())))
        .isEmpty();
  }

  private static boolean isBillable(Case c, String code) {
    return c.knowledge().icd10cm().find(code, c.date()).filter(Icd10cm.Entry::billable).isPresent();
  }

  private static boolean isPair(Case c, String code, String other) {
    boolean contained =
        c.knowledge().contains().holds(code, other, c.date())
            || c.knowledge().contains().holds(other, code, c.date());
    return !contained
        && !code.equals(other)
        && c.knowledge().notes().excludes1(code, other, c.date()).isPresent();
  }
}
