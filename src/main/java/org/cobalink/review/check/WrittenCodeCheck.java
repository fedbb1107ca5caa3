package org.cobalink.review.check;

import java.util.Locale;
import java.util.regex.Pattern;
import org.cobalink.knowledge.Gate;
import org.cobalink.review.assess.Entry;

/**
 * A code among the words of a diagnosis that carries none, and that says more than the words: "not
 * anemic (D51.0)", decision table row 83.
 */
final class WrittenCodeCheck implements Check {
  private static final Pattern CODE =
      Pattern.compile("\\b[A-Za-z]\\d[0-9A-Za-z]\\.[0-9A-Za-z]{1,4}\\b");

  @Override
  public void look(Case c, Findings findings) {
    for (Entry e : c.coded().scope()) {
      String words = e.diagnosis().words();
      boolean more =
          CODE.matcher(words)
              .results()
              .map(k -> k.group().toUpperCase(Locale.ROOT))
              .filter(k -> c.coded().find(k).isEmpty())
              .anyMatch(k -> RecordedCode.claimsMore(c, e, k));
      if (more && e.diagnosis().icdCodings().isEmpty()) {
        findings.raise(Gate.CODE_EXCEEDS_WORDS, words);
      }
    }
  }
}
