package org.cobalink.review.code;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cobalink.knowledge.Icd10cm;
import org.cobalink.knowledge.KnowledgeRow;
import org.cobalink.knowledge.Row;
import org.cobalink.knowledge.RowCode;
import org.cobalink.review.assess.Entry;
import org.cobalink.review.assess.Statement;

/** A statement that counts, and the diagnosis it stands in. */
record Said(Entry entry, Statement statement) {

  /** Every one of a scope that says a concept. */
  static Stream<Said> of(String concept, List<Entry> scope) {
    return scope.stream()
        .filter(e -> !e.unread())
        .flatMap(e -> e.plain().filter(s -> s.says(concept)).map(s -> new Said(e, s)));
  }

  /** First one that carries the code already, then a Condition, then an order. */
  static Comparator<Said> byWorth(String code) {
    return Comparator.comparing((Said f) -> !carries(f.entry, code))
        .thenComparing(f -> !f.entry.diagnosis().isCondition());
  }

  static boolean carries(Entry entry, String code) {
    return entry.diagnosis().icdCodings().stream()
        .anyMatch(c -> Icd10cm.dotted(c.code()).equals(code));
  }

  /** A code with these words behind it. */
  SupportedCode as(Icd10cm.Entry code, RowCode role, List<Row> rows, List<KnowledgeRow> also) {
    return new SupportedCode(code, role, false, rows, List.of(), entry, statement.words(), also);
  }
}
