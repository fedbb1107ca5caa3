package org.cobalink.review.code;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cobalink.knowledge.Icd10cm;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.Row;
import org.cobalink.knowledge.RowCode;
import org.cobalink.review.assess.Assessment;
import org.cobalink.review.assess.Entry;
import org.cobalink.review.assess.Statement;
import org.cobalink.terms.Code;
import org.cobalink.terms.CodeSystems;

/** Turns one code of a row into a code of the chart: with whose words say it, or not at all. */
final class RowCodes {
  private final Knowledge knowledge;
  private final LocalDate date;

  RowCodes(Knowledge knowledge, LocalDate date) {
    this.knowledge = knowledge;
    this.date = date;
  }

  Optional<SupportedCode> resolve(RowCode role, Row row, List<Entry> scope) {
    if (!role.sameAs().isEmpty()) {
      return mostSpecific(role.sameAs(), scope)
          .flatMap(c -> role.own() ? Optional.of(c) : asRecorded(c, role.sameAs()))
          .map(
              c ->
                  new SupportedCode(
                      c.entry(),
                      role,
                      presumed(row, role),
                      withRow(row, c),
                      ownOf(row, role),
                      c.source(),
                      c.words(),
                      Optional.empty()));
    }
    Optional<Icd10cm.Entry> entry =
        knowledge.icd10cm().find(role.code(), date).filter(Icd10cm.Entry::billable);
    String key = role.own() || row.when().present().size() == 1 ? row.when().present().get(0) : "";
    return entry.flatMap(
        e ->
            source(key.isEmpty() ? row.when().own() : key, role.code(), scope)
                .map(
                    s ->
                        new SupportedCode(
                            e,
                            role,
                            presumed(row, role),
                            List.of(row),
                            ownOf(row, role),
                            s.entry(),
                            s.words(),
                            Optional.empty())));
  }

  private static boolean presumed(Row row, RowCode role) {
    return row.tier() == Row.Tier.P && (role.sameAs().isEmpty() || role.own());
  }

  private static List<Row> ownOf(Row row, RowCode role) {
    return role.own() ? List.of(row) : List.of();
  }

  private static List<Row> withRow(Row row, SupportedCode code) {
    List<Row> rows = new ArrayList<>(code.rows());
    rows.add(0, row);
    return rows;
  }

  /** The own code of the statement that says the most of those that say the concept. */
  private Optional<SupportedCode> mostSpecific(String concept, List<Entry> scope) {
    Entry source = null;
    Statement most = null;
    for (Entry e : scope) {
      for (Statement s : e.plain().filter(s -> s.says(concept)).toList()) {
        if (most == null || saysMore(s, most)) {
          source = e;
          most = s;
        }
      }
    }
    return most == null ? Optional.empty() : ownCode(most, source);
  }

  /**
   * Another diagnosis keeps the code it has: none is put beside it that says less, and the one it
   * has is named only where it stands for the words, since nobody checked it against any.
   */
  private Optional<SupportedCode> asRecorded(SupportedCode code, String concept) {
    List<Icd10cm.Entry> recorded =
        code.source().diagnosis().icdCodings().stream()
            .flatMap(k -> knowledge.icd10cm().find(k.code(), date).stream())
            .filter(e -> e.billable() && !asserts(e.code(), Assessment.INDICATION))
            .toList();
    boolean indication = knowledge.concepts().meaning(concept).contains(Assessment.INDICATION);
    boolean same = recorded.stream().anyMatch(e -> e.code().equals(code.code()));
    if (recorded.isEmpty() || indication || same) {
      return Optional.of(code);
    }
    return recorded.stream()
        .filter(e -> code.source().readFromCode() && asserts(e.code(), concept))
        .findFirst()
        .map(code::withEntry);
  }

  private boolean asserts(String code, String concept) {
    return knowledge
        .says()
        .of(new Code(CodeSystems.ICD10CM, code), date)
        .filter(l -> knowledge.concepts().meaning(l.concepts(), List.of()).contains(concept))
        .isPresent();
  }

  private static boolean saysMore(Statement s, Statement than) {
    return s.meaning().size() > than.meaning().size() && s.meaning().containsAll(than.meaning());
  }

  private Optional<SupportedCode> ownCode(Statement statement, Entry source) {
    Set<String> meaning = statement.meaning();
    for (Row row : knowledge.rows().applying(meaning, meaning, date)) {
      for (RowCode own : row.codes()) {
        if (own.own() && own.sameAs().isEmpty()) {
          return knowledge
              .icd10cm()
              .find(own.code(), date)
              .map(
                  e ->
                      new SupportedCode(
                          e,
                          own,
                          false,
                          List.of(row),
                          List.of(),
                          source,
                          statement.words(),
                          Optional.empty()));
        }
      }
    }
    return Optional.empty();
  }

  private record Found(Entry entry, String words) {}

  /**
   * Whose words say it: first one that carries the code already, then a Condition, then an order.
   */
  private static Optional<Found> source(String key, String code, List<Entry> scope) {
    Comparator<Found> byWorth =
        Comparator.comparing((Found f) -> !carries(f.entry(), code))
            .thenComparing(f -> !f.entry().diagnosis().isCondition());
    return scope.stream()
        .flatMap(e -> e.plain().filter(s -> s.says(key)).map(s -> new Found(e, s.words())))
        .min(byWorth);
  }

  static boolean carries(Entry entry, String code) {
    return entry.diagnosis().icdCodings().stream()
        .anyMatch(c -> Icd10cm.dotted(c.code()).equals(code));
  }
}
