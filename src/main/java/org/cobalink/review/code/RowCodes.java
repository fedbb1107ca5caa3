package org.cobalink.review.code;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cobalink.knowledge.Icd10cm;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.Row;
import org.cobalink.knowledge.RowCode;
import org.cobalink.review.assess.Entry;

/** Turns one code of a row into codes of the chart: with whose words say it, or not at all. */
final class RowCodes {
  private final Knowledge knowledge;
  private final LocalDate date;
  private final OwnCodes ownCodes;
  private final RecordedCodes recordedCodes;

  RowCodes(Knowledge knowledge, LocalDate date) {
    this.knowledge = knowledge;
    this.date = date;
    this.ownCodes = new OwnCodes(knowledge, date);
    this.recordedCodes = new RecordedCodes(knowledge, date);
  }

  /**
   * @param chart what the whole chart says: it may name a companion of the scope more closely
   */
  List<SupportedCode> resolve(RowCode role, Row row, List<Entry> scope, List<Entry> chart) {
    if (role.sameAs().isEmpty()) {
      return named(role, row, scope).stream().toList();
    }
    return ownCodes.of(role.sameAs(), chart).stream()
        .flatMap(c -> recordedCodes.keep(c, role.sameAs()).stream())
        .map(c -> c.in(row, role))
        .toList();
  }

  /** A code that the row names itself. */
  private Optional<SupportedCode> named(RowCode role, Row row, List<Entry> scope) {
    boolean first = role.own() || row.when().present().size() == 1;
    String key =
        !role.of().isEmpty() ? role.of() : first ? row.when().present().get(0) : row.when().own();
    return knowledge
        .icd10cm()
        .find(role.code(), date)
        .filter(Icd10cm.Entry::billable)
        .flatMap(
            e ->
                Said.of(key, scope)
                    .min(Said.byWorth(role.code()))
                    .map(s -> s.as(e, role, List.of(row), List.of())))
        .map(c -> c.in(row, role));
  }
}
