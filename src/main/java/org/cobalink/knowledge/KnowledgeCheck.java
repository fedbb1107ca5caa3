package org.cobalink.knowledge;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must be true of the tables before anyone may use them. */
final class KnowledgeCheck {
  private final Knowledge k;
  private final Problems problems;

  KnowledgeCheck(Knowledge knowledge, Problems problems) {
    this.k = knowledge;
    this.problems = problems;
  }

  void run() {
    Set<String> ids = new HashSet<>();
    for (Row row : k.rows().rows()) {
      problems.check(ids.add(row.id()), "rows: id " + row.id() + " given twice");
      checkSources("rows: " + row.id(), row.sources());
      checkRow(row);
    }
    k.rows().checkOverlaps(problems);
    for (Gate gate : Gate.values()) {
      GateRow row = k.gate(gate);
      if (row == null) {
        problems.add("gates: no line for " + gate.id());
        continue;
      }
      problems.check(ids.add(row.id()), "gates: id " + row.id() + " given twice");
      checkSources("gates: " + row.id(), row.sources());
      row.finding().ifPresent(f -> checkFinding("gates: " + row.id(), f));
    }
    k.findings().keySet().forEach(this::checkTexts);
    k.thresholds().all().forEach(t -> checkSources("thresholds: " + t.id(), List.of(t.source())));
    for (Companion c : k.companions().all()) {
      problems.check(ids.add(c.id()), "companions: id " + c.id() + " given twice");
      checkSources("companions: " + c.id(), c.sources());
      checkCode("companions: " + c.id(), c.code(), c.dates().from(), c.dates().to());
    }
    for (PayerRule rule : k.payerRules()) {
      problems.check(ids.add(rule.id()), "payer: id " + rule.id() + " given twice");
      checkSources("payer: " + rule.id(), rule.sources());
    }
    checkSources("sections", k.sections().sources());
    checkSources("with", k.indexWith().sources());
    checkSources("contains", k.contains().sources());
    checkSources("says", k.says().sources());
    LocalDate latest = LocalDate.of(k.icd10cm().lastYear(), 1, 1);
    k.contains().codes(latest).forEach(c -> checkCode("contains", c, latest, latest));
  }

  private void checkRow(Row row) {
    String where = "rows: " + row.id();
    boolean documented = row.tier() == Row.Tier.A || row.tier() == Row.Tier.A_ORDERED;
    problems.check(!row.basis().isEmpty(), where + " has no basis");
    problems.check(!documented || !row.codes().isEmpty(), where + " is documented but has no code");
    problems.check(
        (row.supports() == Row.Supports.YES && documented) || row.finding().isPresent(),
        where + " needs a finding");
    row.finding().ifPresent(f -> checkFinding(where, f));
    long own = row.codes().stream().filter(RowCode::own).count();
    problems.check(row.codes().isEmpty() || own == 1, where + " marks " + own + " own codes");
    for (RowCode code : row.codes()) {
      if (code.sameAs().isEmpty()) {
        checkCode(where, code.code(), row.dates().from(), row.dates().to());
      } else {
        problems.check(k.concepts().knows(code.sameAs()), where + ": unknown @" + code.sameAs());
      }
      problems.check(
          code.of().isEmpty() || k.concepts().knows(code.of()), where + ": unknown " + code.of());
    }
  }

  private void checkCode(String where, String code, LocalDate from, LocalDate to) {
    int latest = k.icd10cm().lastYear();
    int first = Math.max(k.icd10cm().firstYear(), Math.min(latest, Icd10cm.fiscalYear(from)));
    int last = Math.min(latest, Icd10cm.fiscalYear(to));
    for (int year = first; year <= last; year++) {
      LocalDate date = LocalDate.of(year, 1, 1);
      problems.check(
          k.icd10cm().find(code, date).filter(Icd10cm.Entry::billable).isPresent(),
          where + ": " + code + " is not a billable code in FY" + year);
    }
  }

  private void checkSources(String where, List<String> sources) {
    problems.check(!sources.isEmpty(), where + " has no source");
    sources.forEach(
        s -> problems.check(k.sources().containsKey(s), where + ": unknown source " + s));
  }

  private void checkFinding(String where, String finding) {
    problems.check(k.finding(finding) != null, where + ": unknown finding " + finding);
  }

  private void checkTexts(String finding) {
    for (String part : List.of("summary", "detail")) {
      String key = finding + "." + part;
      problems.check(k.texts().has(key), "texts: no text for " + key);
    }
  }
}
