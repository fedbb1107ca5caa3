package org.cobalink.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cobalink.terms.DateRange;

/**
 * The code of a disease, status or symptom that a row names beside the deficiency ({@code
 * companions.tsv}). It never decides by itself.
 *
 * @param checked the day the line was last held against its sources
 */
public record Companion(
    String id,
    String concept,
    String code,
    DateRange dates,
    List<String> sources,
    LocalDate checked,
    Optional<String> doubt)
    implements KnowledgeRow {

  @Override
  public String summary() {
    return ": " + code;
  }

  static Companion parse(Tsv.Line line, Problems problems) {
    return new Companion(
        line.get("id"),
        line.get("concept"),
        line.get("code"),
        line.dates(problems),
        line.words("source"),
        line.date("checked", problems),
        Row.optional(line.get("doubt")));
  }
}
