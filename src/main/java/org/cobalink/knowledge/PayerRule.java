package org.cobalink.knowledge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A published rule on dose, frequency or indication (payer.tsv). It gives advice, and never
 * chooses, orders or removes a code.
 *
 * @param drug a word of the drug's name; empty for every vitamin B12 injection
 * @param concept what must be documented; empty for anything
 * @param limit a dose in ug, or days since the last dose
 * @param after days of earlier treatment after which a dose is one of maintenance
 * @param text what the rule says, for the reader of a card
 * @param checked the day the rule was last held against its source
 */
public record PayerRule(
    String id,
    Kind kind,
    String drug,
    String concept,
    Optional<BigDecimal> limit,
    Optional<BigDecimal> after,
    String text,
    String basis,
    List<String> sources,
    LocalDate checked,
    Optional<String> doubt)
    implements KnowledgeRow {

  /** What the limit is about. */
  public enum Kind {
    /** The dose is larger than the limit. */
    DOSE_OVER,
    /** In maintenance, the dose before was at most so many days ago. */
    DAYS_SINCE_DOSE,
    /** The concept is documented. */
    DOCUMENTED
  }

  @Override
  public String summary() {
    return ": " + text;
  }

  static PayerRule parse(Tsv.Line line, Concepts concepts, Problems problems) {
    String kind = line.get("kind").replaceAll("([A-Z])", "_$1").toUpperCase(java.util.Locale.ROOT);
    String concept = line.get("concept");
    problems.check(concept.isEmpty() || concepts.knows(concept), line + ": unknown " + concept);
    return new PayerRule(
        line.get("id"),
        Row.constant(Kind.class, kind, Kind.DOCUMENTED, line, problems),
        line.get("drug"),
        concept,
        Row.optional(line.get("limit")).map(BigDecimal::new),
        Row.optional(line.get("after")).map(BigDecimal::new),
        line.get("text"),
        line.get("basis"),
        line.words("source"),
        line.date("checked", problems),
        Row.optional(line.get("doubt")));
  }
}
