package org.cobalink.review.code;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cobalink.knowledge.Companion;
import org.cobalink.knowledge.Icd10cm;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.Row;
import org.cobalink.knowledge.RowCode;
import org.cobalink.review.assess.Entry;
import org.cobalink.review.assess.Statement;

/** The codes that the statements of a concept have by themselves. */
final class OwnCodes {
  private final Knowledge knowledge;
  private final LocalDate date;

  OwnCodes(Knowledge knowledge, LocalDate date) {
    this.knowledge = knowledge;
    this.date = date;
  }

  /** A code, and the concept it is the code of. */
  private record Named(Said said, String concept, SupportedCode code) {}

  /** Of the statements that say a concept, the codes of those that say the most, the best first. */
  List<SupportedCode> of(String concept, List<Entry> scope) {
    List<Named> named = Said.of(concept, scope).flatMap(s -> named(s, concept).stream()).toList();
    List<SupportedCode> codes = new ArrayList<>(2);
    named.stream()
        .filter(n -> named.stream().noneMatch(o -> saysMore(o, n)))
        .map(Named::code)
        .sorted(byWorth())
        .filter(c -> codes.stream().noneMatch(k -> k.code().equals(c.code())))
        .forEach(codes::add);
    codes.removeIf(
        c -> codes.stream().anyMatch(o -> knowledge.contains().holds(o.code(), c.code(), date)));
    return codes;
  }

  private static Comparator<SupportedCode> byWorth() {
    return Comparator.comparing((SupportedCode c) -> !Said.carries(c.source(), c.code()))
        .thenComparing(c -> !c.source().diagnosis().isCondition())
        .thenComparing(SupportedCode::code)
        .thenComparing(c -> c.source().ref());
  }

  private boolean saysMore(Named said, Named than) {
    Set<String> more = said.said().statement().meaning();
    Set<String> less = than.said().statement().meaning();
    boolean narrower =
        !said.concept().equals(than.concept())
            && knowledge.concepts().meaning(said.concept()).contains(than.concept());
    return narrower || (more.size() > less.size() && more.containsAll(less));
  }

  /**
   * By a row that names the code of just this statement, else by the companions table: as far as it
   * is a code of the concept asked for, and not of something else that the statement says too.
   */
  private Optional<Named> named(Said said, String concept) {
    Statement s = said.statement();
    for (Row row : knowledge.rows().naming(s.meaning(), date)) {
      for (RowCode own : row.codes()) {
        Optional<Icd10cm.Entry> entry = knowledge.icd10cm().find(own.code(), date);
        boolean named = knowledge.concepts().meaning(row.when().own()).contains(concept);
        if (own.own() && named && entry.isPresent()) {
          SupportedCode code = said.as(entry.get(), own, List.of(row), List.of());
          return Optional.of(new Named(said, row.when().own(), code));
        }
      }
    }
    return knowledge
        .companions()
        .of(concept, s.meaning(), date)
        .flatMap(c -> companion(c, said).map(k -> new Named(said, c.concept(), k)));
  }

  private Optional<SupportedCode> companion(Companion line, Said said) {
    RowCode role = new RowCode(line.code(), "", "", false, true, false, false);
    return knowledge
        .icd10cm()
        .find(line.code(), date)
        .map(e -> said.as(e, role, List.of(), List.of(line)));
  }
}
