package org.cobalink.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cobalink.knowledge.Companion;
import org.cobalink.knowledge.FindingKind;
import org.cobalink.knowledge.GateRow;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.KnowledgeRow;
import org.cobalink.knowledge.PayerRule;
import org.cobalink.knowledge.Row;
import org.cobalink.knowledge.RowCode;
import org.cobalink.knowledge.Says;
import org.cobalink.knowledge.Source;
import org.cobalink.knowledge.When;
import org.cobalink.terms.DateRange;

/** Lines of the tables in words. */
final class Explainer {
  private final Knowledge knowledge;
  private final StringBuilder out = new StringBuilder();

  Explainer(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** What a row id or finding code stands for; nothing where no table has it. */
  Optional<String> explain(String id) {
    knowledge.rows().row(id).ifPresent(this::row);
    knowledge.gates().values().stream().filter(g -> g.id().equals(id)).forEach(this::gate);
    knowledge.companions().all().stream().filter(c -> c.id().equals(id)).forEach(this::companion);
    knowledge.payerRules().stream().filter(p -> p.id().equals(id)).forEach(this::payer);
    knowledge.says().all().filter(s -> s.id().equals(id)).forEach(this::says);
    if (knowledge.finding(id) != null) {
      finding(knowledge.finding(id));
    }
    return out.isEmpty() ? Optional.empty() : Optional.of(out.toString());
  }

  private void row(Row r) {
    line("%s (rows.tsv%s)", r.id(), dossier(r.dossierRow()));
    line("  holds when %s", words(r));
    line("  dates      %s", dates(r.dates()));
    line("  tier       %s", tier(r.tier()));
    if (!r.codes().isEmpty()) {
      line("  codes      %s", r.codes().stream().map(this::code).collect(Collectors.joining("; ")));
    }
    r.finding().ifPresent(f -> line("  finding    %s", f));
    r.question().ifPresent(q -> line("  question   %s", q));
    backing(r, r.basis(), r.checked());
  }

  private void gate(GateRow g) {
    line("%s (gates.tsv%s)", g.id(), dossier(g.dossierRow()));
    line("  means      %s", g.what());
    g.finding().ifPresent(f -> line("  finding    %s", f));
    backing(g, g.basis(), g.checked());
  }

  private void companion(Companion c) {
    line("%s (companions.tsv)", c.id());
    line("  means      %s is coded %s", knowledge.concepts().get(c.concept()).name(), c.code());
    line("  dates      %s", dates(c.dates()));
    backing(c, "", c.checked());
  }

  private void payer(PayerRule p) {
    line("%s (payer.tsv)", p.id());
    line("  says       %s", p.text());
    line("  finding    coverage: advice, never a code");
    backing(p, p.basis(), p.checked());
  }

  private void says(Says.Line s) {
    line("%s (says.tsv)", s.id());
    s.concepts().forEach(c -> line("  asserts    %s", knowledge.concepts().get(c).name()));
    line("  dates      %s", dates(s.dates()));
    for (String source : s.sources()) {
      line("  source     %s: %s", source, knowledge.sources().get(source).title());
    }
    s.doubt().ifPresent(d -> line("  doubt      %s", d));
  }

  private void finding(FindingKind f) {
    line("%s: %s", f.code(), f.display());
    line("  leads to   %s, severity %s", f.leadsTo(), f.severity());
    line("  why        %s", f.why());
    line("  to do      %s", f.answer());
    knowledge.gates().values().stream()
        .filter(g -> g.finding().filter(f.code()::equals).isPresent())
        .forEach(g -> line("  raised by  %s: %s", g.id(), g.what()));
    knowledge.rows().rows().stream()
        .filter(r -> r.finding().filter(f.code()::equals).isPresent())
        .forEach(r -> line("  raised by  %s: %s", r.id(), words(r)));
    line("  page       docs/findings/%s.md", f.code());
  }

  private void backing(KnowledgeRow r, String basis, LocalDate checked) {
    if (!basis.isEmpty()) {
      line("  basis      %s", basis);
    }
    for (String id : r.sources()) {
      Source s = knowledge.sources().get(id);
      line("  source     %s: %s, %s (%s)", id, s.title(), s.publisher(), s.status());
    }
    line("  checked    %s", checked);
    r.doubt().ifPresent(d -> line("  doubt      %s", d));
  }

  /** The left side of a row with the names of its concepts. */
  String words(Row r) {
    List<String> said = r.when().present().stream().map(this::term).toList();
    List<String> not = r.when().absent().stream().map(t -> "not " + term(t)).toList();
    return String.join(" and ", said) + (not.isEmpty() ? "" : ", " + String.join(", ", not));
  }

  private String term(String term) {
    boolean past = term.startsWith(When.PAST);
    String plain = past ? term.substring(When.PAST.length()) : term;
    String words =
        java.util.Arrays.stream(plain.split(" <- "))
            .map(c -> "“" + knowledge.concepts().get(c).name() + "”")
            .collect(Collectors.joining(" due to "));
    return past ? words + " in the past" : words;
  }

  private String code(RowCode c) {
    String code =
        c.sameAs().isEmpty()
            ? c.code()
            : "the code of “" + knowledge.concepts().get(c.sameAs()).name() + "”";
    return code
        + (c.own() ? " (the statement's own)" : "")
        + (c.first() ? " (before all others)" : "")
        + (c.companion() ? " (companion)" : "")
        + (c.status() ? " (status, never asked for)" : "");
  }

  private static String tier(Row.Tier tier) {
    return switch (tier) {
      case A -> "A: documented";
      case A_ORDERED -> "A*: documented, order matters";
      case P -> "P: presumed by the classification (I.A.15), asked about";
      case Q -> "Q: asked about";
      case N -> "N: no code";
      case H -> "H: a person decides";
    };
  }

  private static String dates(DateRange d) {
    return d.from() + " to " + (d.isOpen() ? "no end" : d.to());
  }

  private static String dossier(String row) {
    return row.isEmpty() ? "" : ", dossier row " + row;
  }

  private void line(String format, Object... values) {
    out.append(String.format(java.util.Locale.ROOT, format, values)).append('\n');
  }
}
