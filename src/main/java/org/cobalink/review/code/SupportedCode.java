package org.cobalink.review.code;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cobalink.knowledge.GateRow;
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
 * @param gate how it is documented, where that alone leaves a doubt
 */
public record SupportedCode(
    Icd10cm.Entry entry,
    RowCode role,
    boolean presumed,
    List<Row> rows,
    List<Row> ownOf,
    Entry source,
    String words,
    Optional<GateRow> gate) {

  public String code() {
    return entry.code();
  }

  SupportedCode withEntry(Icd10cm.Entry other) {
    return new SupportedCode(other, role, presumed, rows, ownOf, source, words, gate);
  }

  public SupportedCode withGate(GateRow row) {
    return new SupportedCode(entry, role, presumed, rows, ownOf, source, words, Optional.of(row));
  }

  /** Ids of the rows behind it, the gate's among them. */
  public List<String> rowIds() {
    return Stream.concat(rows.stream().map(Row::id), gate.stream().map(GateRow::id)).toList();
  }

  SupportedCode withWords(String others) {
    return new SupportedCode(entry, role, presumed, rows, ownOf, source, others, gate);
  }

  public boolean isManifestation() {
    return entry.standing() == Icd10cm.Standing.MANIFESTATION;
  }

  /** Companions and status codes stand beside the diagnosis; the others are the diagnosis. */
  public boolean isDiagnosis() {
    return !role.companion() && !role.status();
  }

  public Optional<String> doubt() {
    return Stream.concat(rows.stream().map(Row::doubt), gate.stream().map(GateRow::doubt))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
