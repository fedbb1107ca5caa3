package org.cobalink.review.code;

import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cobalink.facts.Place;
import org.cobalink.knowledge.Icd10cm;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.Row;
import org.cobalink.review.assess.Assessment;
import org.cobalink.review.assess.Entry;
import org.cobalink.review.assess.Statement;
import org.cobalink.terms.Code;
import org.cobalink.terms.CodeSystems;

/**
 * Applies the decision table to what is documented. Every code has words and a row, or is not
 * given.
 */
public final class Coder {
  private final Knowledge knowledge;
  private final LocalDate date;
  private final RowCodes rowCodes;
  private final IdentityHashMap<Entry, Coded> alone = new IdentityHashMap<>();
  private final IdentityHashMap<List<Entry>, Set<String>> meanings = new IdentityHashMap<>();

  public Coder(Knowledge knowledge, LocalDate date) {
    this.rowCodes = new RowCodes(knowledge, date);
    this.knowledge = knowledge;
    this.date = date;
  }

  /**
   * The rows that apply and the codes they give.
   *
   * @param scope the diagnoses that count
   * @param chart every diagnosis: another documented cause cancels a presumption
   */
  public Coded code(List<Entry> scope, List<Entry> chart) {
    Set<String> whole = meanings.computeIfAbsent(chart, Assessment::meaning);
    Set<String> said = scope == chart ? whole : Assessment.meaning(scope);
    List<Row> applying = knowledge.rows().applying(said, whole, date);
    List<Row> deciding =
        applying.stream()
            .filter(r -> r.supports() == Row.Supports.YES || isHuman(r, applying))
            .toList();
    List<Row> others = applying.stream().filter(r -> !deciding.contains(r)).toList();
    List<Row> giving = deciding.isEmpty() ? others : deciding;
    return new Coded(scope, deciding, others, codes(giving, scope, chart));
  }

  /** A tier H row about B12 decides; a status alone only where nothing supports. */
  private static boolean isHuman(Row row, List<Row> applying) {
    return row.tier() == Row.Tier.H
        && (!row.when().absent().contains(Assessment.INDICATION)
            || applying.stream().noneMatch(r -> r.supports() == Row.Supports.YES));
  }

  /**
   * The code of a diagnosis: by its own words alone where that is given, else by the rows it is in.
   */
  public Optional<SupportedCode> ownCode(Entry entry, Coded coded) {
    Coded alone = alone(entry);
    Optional<SupportedCode> byWords =
        alone.deciding().isEmpty() ? Optional.empty() : leading(alone, entry);
    Set<String> says = Assessment.meaning(List.of(entry));
    return byWords
        .flatMap(own -> coded.find(own.code()))
        .or(
            () ->
                coded.codes().stream()
                    .filter(c -> c.source().equals(entry))
                    .filter(c -> c.ownOf().stream().anyMatch(r -> isStated(r, says)))
                    .findFirst())
        .or(() -> byWords);
  }

  /**
   * The code with the words it is recorded under: its diagnosis's words whole where it is the code
   * of that diagnosis, else just the words that say it.
   */
  public SupportedCode worded(SupportedCode code, Coded coded) {
    Entry source = code.source();
    String whole = source.diagnosis().words();
    boolean own =
        !whole.isBlank()
            && source.diagnosis().place() != Place.NOTE
            && !source.readFromCode()
            && ownCode(source, coded)
                .filter(o -> o.code().equals(code.code()) && !codesAnother(source, o))
                .isPresent();
    return own ? code.withWords(whole) : code;
  }

  /**
   * Whether a diagnosis is rightly coded for something else that its words also say: "anemia due to
   * CKD, B12 deficiency" under the code of the anemia. Its code then stays, and the other needs its
   * own.
   */
  public boolean codesAnother(Entry entry, SupportedCode own) {
    List<Statement> stating =
        own.ownOf().isEmpty()
            ? List.of()
            : entry.plain().filter(s -> isStated(own.ownOf().get(0), s.meaning())).toList();
    return entry.diagnosis().icdCodings().stream()
        .flatMap(k -> knowledge.icd10cm().find(k.code(), date).stream())
        .filter(Icd10cm.Entry::billable)
        .flatMap(
            e -> knowledge.says().exactly(new Code(CodeSystems.ICD10CM, e.code()), date).stream())
        .anyMatch(
            l ->
                Assessment.meaning(List.of(entry)).containsAll(l.concepts())
                    && stating.stream().noneMatch(s -> speaksOf(s, l.concepts())));
  }

  /** Whether the words of a diagnosis entail what a code is listed to assert. */
  public boolean saysWhat(Entry entry, String code) {
    return knowledge
        .says()
        .exactly(new Code(CodeSystems.ICD10CM, code), date)
        .filter(l -> Assessment.meaning(List.of(entry)).containsAll(l.concepts()))
        .isPresent();
  }

  private static boolean speaksOf(Statement s, List<String> concepts) {
    return concepts.stream()
        .allMatch(c -> s.says(c) || s.meaning().stream().anyMatch(k -> k.endsWith(" <- " + c)));
  }

  /** Of several own codes the one that the first words say: dementia, of "dementia due to ...". */
  private static Optional<SupportedCode> leading(Coded alone, Entry entry) {
    for (Statement s : entry.plain().toList()) {
      for (SupportedCode c : alone.codes()) {
        if (c.ownOf().stream().anyMatch(r -> isStated(r, s.meaning()))) {
          return Optional.of(c);
        }
      }
    }
    return Optional.empty();
  }

  /** What one diagnosis gives by itself: asked for often, so worked out once a review. */
  private Coded alone(Entry entry) {
    Coded known = alone.get(entry);
    if (known == null) {
      known = code(List.of(entry), List.of(entry));
      alone.put(entry, known);
    }
    return known;
  }

  private static boolean isStated(Row row, Set<String> says) {
    return says.contains(row.when().present().get(0));
  }

  private List<SupportedCode> codes(List<Row> rows, List<Entry> scope, List<Entry> chart) {
    Sequence sequence = new Sequence();
    for (Row row : rows) {
      sequence.add(
          row.codes().stream()
              .flatMap(r -> rowCodes.resolve(r, row, scope, chart).stream())
              .toList());
    }
    return sequence.codes(knowledge, date);
  }
}
