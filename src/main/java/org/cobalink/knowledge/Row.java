package org.cobalink.knowledge;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cobalink.terms.DateRange;

/**
 * One row of the decision table.
 *
 * @param id our stable id
 * @param dossierRow number of the row in the dossier it came from; empty for a row of our own
 * @param supports yes: supports an injection; ask: another disease that may cause or follow B12
 *     deficiency; no: the reason is clear and does not call for B12
 * @param finding what a row of tier P, Q, N or H raises
 * @param sources ids of the sources table
 * @param checked the day the row was last held against its sources
 * @param doubt where competent coders disagree or a source could not be read
 * @param question the neutral question of the row
 */
public record Row(
    String id,
    String dossierRow,
    When when,
    List<RowCode> codes,
    Tier tier,
    Optional<String> finding,
    Supports supports,
    DateRange dates,
    String basis,
    List<String> sources,
    LocalDate checked,
    Optional<String> doubt,
    Optional<String> question)
    implements KnowledgeRow {

  /**
   * A: documented. A_ORDERED: documented, order matters. P: presumed. Q: ask. N: no code. H: a
   * person.
   */
  public enum Tier {
    A,
    A_ORDERED,
    P,
    Q,
    N,
    H
  }

  /** Whether the row's diagnosis supports a B12 injection. */
  public enum Supports {
    YES,
    ASK,
    NO
  }

  @Override
  public String summary() {
    return " [" + tier + "]: " + basis;
  }

  static Row parse(Tsv.Line line, Concepts concepts, Problems problems) {
    String tier = line.get("tier").replace("A*", "A_ORDERED");
    return new Row(
        line.get("id"),
        line.get("dossierRow"),
        When.parse(line.get("when"), line.toString(), concepts, problems),
        line.get("codes").isEmpty()
            ? List.of()
            : Arrays.stream(line.get("codes").split(",")).map(RowCode::parse).toList(),
        constant(Tier.class, tier, Tier.H, line, problems),
        optional(line.get("finding")),
        constant(
            Supports.class,
            line.get("supports").toUpperCase(java.util.Locale.ROOT),
            Supports.ASK,
            line,
            problems),
        line.dates(problems),
        line.get("basis"),
        line.words("source"),
        line.date("checked", problems),
        optional(line.get("doubt")),
        optional(line.get("question")));
  }

  static <E extends Enum<E>> E constant(
      Class<E> type, String text, E otherwise, Tsv.Line line, Problems problems) {
    try {
      return Enum.valueOf(type, text);
    } catch (IllegalArgumentException e) {
      problems.add(line + ": '" + text + "' is no " + type.getSimpleName());
      return otherwise;
    }
  }

  static Optional<String> optional(String cell) {
    return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
  }
}
