package org.cobalink.review.check;

import java.util.Set;
import java.util.stream.Collectors;
import org.cobalink.knowledge.Gate;
import org.cobalink.knowledge.Icd10cm;
import org.cobalink.knowledge.Row;
import org.cobalink.review.assess.Entry;
import org.cobalink.review.code.SupportedCode;
import org.cobalink.terms.Coding;

/** A code of the encounter that another one contains, for the same disease. */
final class SameDeficiencyCheck implements Check {
  @Override
  public void look(Case c, Findings findings) {
    for (Entry e : c.coded().scope()) {
      for (Coding k : e.diagnosis().icdCodings()) {
        String code = Icd10cm.dotted(k.code());
        for (SupportedCode s : c.coded().codes()) {
          boolean documented = c.coded().deciding().stream().noneMatch(r -> r.tier() == Row.Tier.Q);
          if (documented
              && c.knowledge().contains().holds(s.code(), code, c.date())
              && isAnother(c, e, s)
              && saysNoMore(c, e, s)) {
            findings.raise(Gate.SAME_DEFICIENCY, e.diagnosis().words() + " (" + code + ")");
          }
        }
      }
    }
  }

  private static Set<String> meaning(Case c, Row row) {
    return c.knowledge().concepts().meaning(row.when().own());
  }

  /** In a single Condition the two codes stand together only when both are recorded. */
  private static boolean isAnother(Case c, Entry e, SupportedCode s) {
    boolean carriesBoth =
        e.diagnosis().icdCodings().stream()
            .anyMatch(k -> Icd10cm.dotted(k.code()).equals(s.code()));
    boolean isItsOwn =
        c.coder().ownCode(e, c.coded()).filter(o -> o.code().equals(s.code())).isPresent();
    return carriesBoth || !(isItsOwn || s.source().equals(e));
  }

  private static boolean saysNoMore(Case c, Entry e, SupportedCode s) {
    var containing =
        s.rows().stream().flatMap(r -> meaning(c, r).stream()).collect(Collectors.toSet());
    return e.plain().findAny().isPresent()
        && e.plain().allMatch(p -> containing.contains(p.concept()));
  }
}
