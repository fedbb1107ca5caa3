package org.cobalink.review;

import java.util.List;
import java.util.Optional;
import org.cobalink.facts.Injection;
import org.cobalink.review.assess.Assessment;
import org.cobalink.review.check.Evidence;
import org.cobalink.review.check.Finding;
import org.cobalink.review.code.SupportedCode;

/**
 * The review of one injection (contract §2).
 *
 * @param codes what the documentation supports today, in reporting order
 * @param edition the ICD-10-CM edition of the service date; absent where none is loaded
 * @param evidence laboratory values as read, newest first
 */
public record Review(
    Injection injection,
    Verdict verdict,
    List<SupportedCode> codes,
    List<Finding> findings,
    Checklist checklist,
    Optional<String> edition,
    Plan plan,
    List<Evidence> evidence,
    Assessment assessment) {

  /** The finding that decided, which is the topic of the card. */
  public Optional<Finding> deciding() {
    return findings.stream().filter(f -> f.leadsTo() == verdict).findFirst();
  }
}
