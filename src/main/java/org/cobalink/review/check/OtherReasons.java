package org.cobalink.review.check;

import java.util.List;
import org.cobalink.knowledge.Gate;
import org.cobalink.knowledge.Icd10cm;
import org.cobalink.knowledge.Row;
import org.cobalink.review.Verdict;
import org.cobalink.review.assess.Entry;

/** Symptoms, findings, other diseases and purposes that stand in place of a diagnosis. */
final class OtherReasons {
  private OtherReasons() {}

  /** Whether there was one to raise. */
  static boolean raise(Case c, Findings findings, boolean weakened) {
    boolean any = false;
    for (Row row : c.today().others()) {
      boolean named =
          c.assessment().named().stream().anyMatch(e -> e.documents(row.when().present().get(0)));
      if (row.supports() == Row.Supports.NO) {
        List<Entry> claiming =
            c.assessment().named().stream().filter(e -> RecordedCode.claims(c, e)).toList();
        if (!claiming.isEmpty() && !row.codes().stream().anyMatch(k -> carry(claiming, k.code()))) {
          findings.raise(Gate.WORDS_AGAINST_CODE, Verdict.QUERY, c.wordsOf(claiming));
          any = true;
        } else if (named) {
          findings.raise(row, Verdict.UNSUPPORTED, c.wordsOf(c.assessment().named()));
          any = true;
        }
      } else if (row.tier() == Row.Tier.H) {
        if (named || c.assessment().named().isEmpty()) {
          findings.raise(row, Verdict.HUMAN);
          any = true;
        }
      } else if (!weakened) {
        String term = row.when().present().get(0);
        findings.raise(
            row,
            Verdict.QUERY,
            c.wordsOf(c.today().scope().stream().filter(e -> e.documents(term)).toList()));
        any = true;
      }
    }
    return any;
  }

  private static boolean carry(List<Entry> entries, String code) {
    return entries.stream()
        .flatMap(e -> e.diagnosis().icdCodings().stream())
        .anyMatch(k -> Icd10cm.dotted(k.code()).equals(code));
  }
}
