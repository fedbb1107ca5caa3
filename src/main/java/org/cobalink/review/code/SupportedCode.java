package org.cobalink.review.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cobalink.knowledge.Icd10cm;
import org.cobalink.knowledge.KnowledgeRow;
import org.cobalink.knowledge.Row;
import org.cobalink.knowledge.RowCode;
import org.cobalink.review.assess.Entry;

/**
 * One code that the documentation supports.
 *
 * @param entry the classification's entry on the service date
 * @param role what the row says of the code's place
 * @param presumed whether only the classification links it (guideline I.A.15)
 * @param rows the rows of the decision table that give it
 * @param ownOf the rows whose own statement has this code
 * @param source the diagnosis whose words say it
 * @param words the clinician's words for it
 * @param also further lines behind it: a companion's own, or how it is documented where that alone
 *     leaves a doubt
 */
public record SupportedCode(
    Icd10cm.Entry entry,
    RowCode role,
    boolean presumed,
    List<Row> rows,
    List<Row> ownOf,
    Entry source,
    String words,
    List<KnowledgeRow> also) {

  public String code() {
    return entry.code();
  }

  SupportedCode withEntry(Icd10cm.Entry other) {
    return new SupportedCode(other, role, presumed, rows, ownOf, source, words, also);
  }

  SupportedCode withWords(String others) {
    return new SupportedCode(entry, role, presumed, rows, ownOf, source, others, also);
  }

  /** The same code with one more line behind it. */
  public SupportedCode because(KnowledgeRow row) {
    List<KnowledgeRow> more = new ArrayList<>(also);
    more.add(row);
    return new SupportedCode(entry, role, presumed, rows, ownOf, source, words, List.copyOf(more));
  }

  /** The same code as a row's, in the place that row gives it. */
  SupportedCode in(Row row, RowCode place) {
    List<Row> all = new ArrayList<>(List.of(row));
    rows.stream().filter(r -> !r.equals(row)).forEach(all::add);
    boolean only = row.tier() == Row.Tier.P && (place.sameAs().isEmpty() || place.own());
    List<Row> own = place.own() ? List.of(row) : List.of();
    return new SupportedCode(entry, place, only, List.copyOf(all), own, source, words, also);
  }

  /** One code given by several rows: named once, its own place before a companion's. */
  SupportedCode and(SupportedCode other) {
    List<Row> all = new ArrayList<>(rows);
    other.rows.stream().filter(r -> !all.contains(r)).forEach(all::add);
    RowCode place = role.own() || !other.isDiagnosis() ? role : other.role;
    return new SupportedCode(
        entry,
        place,
        presumed && other.presumed,
        List.copyOf(all),
        Stream.concat(ownOf.stream(), other.ownOf.stream()).toList(),
        source,
        words,
        also);
  }

  /** Every line of the tables behind it. */
  public Stream<KnowledgeRow> backing() {
    return Stream.concat(rows.stream(), also.stream());
  }

  public List<String> rowIds() {
    return backing().map(KnowledgeRow::id).distinct().toList();
  }

  /** Ids of the sources of those lines. */
  public List<String> sources() {
    return backing().flatMap(r -> r.sources().stream()).distinct().toList();
  }

  public boolean isManifestation() {
    return entry.standing() == Icd10cm.Standing.MANIFESTATION;
  }

  /** Companions and status codes stand beside the diagnosis; the others are the diagnosis. */
  public boolean isDiagnosis() {
    return !role.companion() && !role.status();
  }

  /** The doubts of every line behind it, one after another. */
  public Optional<String> doubt() {
    return backing()
        .map(KnowledgeRow::doubt)
        .flatMap(Optional::stream)
        .distinct()
        .reduce((a, b) -> a + " " + b);
  }
}
