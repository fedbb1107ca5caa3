package org.cobalink.review.code;

import java.util.List;
import java.util.Optional;
import org.cobalink.knowledge.Icd10cm;
import org.cobalink.knowledge.Row;
import org.cobalink.knowledge.RowCode;
import org.cobalink.review.assess.Entry;

/**
 * One code that the documentation supports.
 *
 * @param entry the classification's entry on the service date
 * @param role what the row says of the code's place
 * @param presumed whether only the classification links it (guideline I.A.15)
 * @param ownOf the rows whose own statement has this code
 * @param source the diagnosis whose words say it
 * @param words the clinician's words for it
 */
public record SupportedCode(
    Icd10cm.Entry entry,
    RowCode role,
    boolean presumed,
    List<Row> rows,
    List<Row> ownOf,
    Entry source,
    String words) {
  public String code() {
    return entry.code();
  }

  SupportedCode withEntry(Icd10cm.Entry other) {
    return new SupportedCode(other, role, presumed, rows, ownOf, source, words);
  }

  SupportedCode withWords(String others) {
    return new SupportedCode(entry, role, presumed, rows, ownOf, source, others);
  }

  public boolean isManifestation() {
    return entry.standing() == Icd10cm.Standing.MANIFESTATION;
  }

  /** Companions and status codes stand beside the diagnosis; the others are the diagnosis. */
  public boolean isDiagnosis() {
    return !role.companion() && !role.status();
  }

  public Optional<String> doubt() {
    return rows.stream().map(Row::doubt).flatMap(Optional::stream).findFirst();
  }
}
