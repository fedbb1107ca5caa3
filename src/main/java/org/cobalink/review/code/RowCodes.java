package org.cobalink.review.code;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cobalink.knowledge.Companion;
import org.cobalink.knowledge.Companions;
import org.cobalink.knowledge.Icd10cm;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.Row;
import org.cobalink.knowledge.RowCode;
import org.cobalink.review.assess.Assessment;
import org.cobalink.review.assess.Entry;
import org.cobalink.review.assess.Statement;
import org.cobalink.terms.Code;
import org.cobalink.terms.CodeSystems;

/** Turns one code of a row into codes of the chart: with whose words say it, or not at all. */
final class RowCodes {
  private final Knowledge knowledge;
  private final LocalDate date;

  RowCodes(Knowledge knowledge, LocalDate date) {
    this.knowledge = knowledge;
    this.date = date;
  }

  private record Said(Entry entry, Statement statement) {}

  /** A code, and the concept it is the code of. */
  private record Named(Said said, String concept, SupportedCode code) {}

  /**
   * @param chart what the whole chart says: it may name a companion of the scope more closely
   */
  List<SupportedCode> resolve(RowCode role, Row row, List<Entry> scope, List<Entry> chart) {
    if (role.sameAs().isEmpty()) {
      return named(role, row, scope).stream().toList();
    }
    boolean beside = role.companion() || role.status();
    boolean said = beside && scope.stream().anyMatch(e -> e.documents(role.sameAs()));
    List<SupportedCode> own = ownCodes(role.sameAs(), said ? chart : scope);
    List<SupportedCode> one = own.isEmpty() || !role.own() ? own : own.subList(0, 1);
    return (beside ? own : one)
        .stream()
            .flatMap(c -> asRecorded(c, role.sameAs()).stream())
            .limit(beside ? Long.MAX_VALUE : 1)
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
                source(key, role.code(), scope)
                    .map(
                        s ->
                            new SupportedCode(
                                e,
                                role,
                                false,
                                List.of(row),
                                List.of(),
                                s.entry(),
                                s.statement().words(),
                                List.of())))
        .map(c -> c.in(row, role));
  }

  /** Of the statements that say a concept, the codes of those that say the most, the best first. */
  private List<SupportedCode> ownCodes(String concept, List<Entry> scope) {
    List<Named> named =
        scope.stream()
            .filter(e -> !e.unread())
            .flatMap(e -> e.plain().filter(s -> s.says(concept)).map(s -> new Said(e, s)))
            .flatMap(s -> ownCode(s, concept).stream())
            .toList();
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
    return Comparator.comparing((SupportedCode c) -> !carries(c.source(), c.code()))
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
  private Optional<Named> ownCode(Said said, String concept) {
    Statement s = said.statement();
    for (Row row : knowledge.rows().naming(s.meaning(), date)) {
      for (RowCode own : row.codes()) {
        Optional<Icd10cm.Entry> entry = knowledge.icd10cm().find(own.code(), date);
        boolean named = knowledge.concepts().meaning(row.when().own()).contains(concept);
        if (own.own() && named && entry.isPresent()) {
          return Optional.of(
              new Named(
                  said,
                  row.when().own(),
                  new SupportedCode(
                      entry.get(),
                      own,
                      false,
                      List.of(row),
                      List.of(),
                      said.entry(),
                      s.words(),
                      List.of())));
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
        .map(
            e ->
                new SupportedCode(
                    e,
                    role,
                    false,
                    List.of(),
                    List.of(),
                    said.entry(),
                    said.statement().words(),
                    List.of(line)));
  }

  /**
   * Another diagnosis keeps the code it has where that stands for the words, or is a closer code of
   * the same category; else none is put beside it, since nobody checked the one it has.
   */
  private Optional<SupportedCode> asRecorded(SupportedCode code, String concept) {
    boolean indication = knowledge.concepts().meaning(concept).contains(Assessment.INDICATION);
    List<Icd10cm.Entry> recorded =
        code.source().diagnosis().icdCodings().stream()
            .flatMap(k -> knowledge.icd10cm().find(k.code(), date).stream())
            .filter(e -> e.billable() && names(e.code(), concept))
            .toList();
    boolean same = recorded.stream().anyMatch(e -> e.code().equals(code.code()));
    if (recorded.isEmpty() || indication || same) {
      return Optional.of(code);
    }
    return recorded.stream()
        .filter(e -> code.source().readFromCode() || isKept(e.code(), code))
        .findFirst()
        .map(code::withEntry);
  }

  /** A code of the companion's category that names nothing the words do not. */
  private boolean isKept(String recorded, SupportedCode code) {
    boolean category =
        code.also().stream()
            .anyMatch(r -> r instanceof Companion c && Companions.keeps(c, recorded));
    return category
        && knowledge
            .says()
            .exactly(new Code(CodeSystems.ICD10CM, recorded), date)
            .filter(l -> !Assessment.meaning(List.of(code.source())).containsAll(l.concepts()))
            .isEmpty();
  }

  private boolean names(String code, String concept) {
    return knowledge
        .says()
        .of(new Code(CodeSystems.ICD10CM, code), date)
        .filter(l -> l.concepts().stream().anyMatch(c -> knowledge.concepts().isKind(c, concept)))
        .isPresent();
  }

  /**
   * Whose words say it: first one that carries the code already, then a Condition, then an order.
   */
  private static Optional<Said> source(String key, String code, List<Entry> scope) {
    Comparator<Said> byWorth =
        Comparator.comparing((Said f) -> !carries(f.entry(), code))
            .thenComparing(f -> !f.entry().diagnosis().isCondition());
    Stream<Said> said =
        scope.stream()
            .filter(e -> !e.unread())
            .flatMap(e -> e.plain().filter(s -> s.says(key)).map(s -> new Said(e, s)));
    return said.min(byWorth);
  }

  static boolean carries(Entry entry, String code) {
    return entry.diagnosis().icdCodings().stream()
        .anyMatch(c -> Icd10cm.dotted(c.code()).equals(code));
  }
}
