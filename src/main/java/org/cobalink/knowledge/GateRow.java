package org.cobalink.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A line of gates.tsv: what a gate means, which finding it raises, and why. */
public record GateRow(
    String id,
    String dossierRow,
    Optional<String> finding,
    String what,
    String basis,
    List<String> sources,
    LocalDate checked,
    Optional<String> doubt)
    implements KnowledgeRow {
  @Override
  public String summary() {
    return ": " + what + " (" + basis + ")";
  }

  static GateRow parse(Tsv.Line line, Problems problems) {
    return new GateRow(
        line.get("id"),
        line.get("dossierRow"),
        Row.optional(line.get("finding")),
        line.get("what"),
        line.get("basis"),
        line.words("source"),
        line.date("checked", problems),
        Row.optional(line.get("doubt")));
  }
}
