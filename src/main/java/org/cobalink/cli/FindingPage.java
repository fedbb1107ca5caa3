package org.cobalink.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cobalink.knowledge.FindingKind;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.KnowledgeRow;

/** The page of a finding under docs/findings, written from the tables. */
final class FindingPage {
  private final Knowledge knowledge;
  private final StringBuilder out = new StringBuilder();

  FindingPage(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  Optional<String> write(String finding, List<String> cases) {
    FindingKind f = knowledge.finding(finding);
    if (f == null) {
      return Optional.empty();
    }
    line("# %s: %s", f.code(), f.display());
    line("");
    line("Leads to `%s`, severity `%s`.", f.leadsTo(), f.severity());
    line("");
    line("%s", f.why());
    line("");
    line("**What to do:** %s", f.answer());
    line("");
    line("| raised by | when | basis | sources | doubt |");
    line("|---|---|---|---|---|");
    knowledge.gates().values().stream()
        .filter(g -> g.finding().filter(finding::equals).isPresent())
        .forEach(g -> raisedBy(g, g.what(), g.basis()));
    knowledge.rows().rows().stream()
        .filter(r -> r.finding().filter(finding::equals).isPresent())
        .forEach(r -> raisedBy(r, new Explainer(knowledge).words(r), r.basis()));
    if (finding.equals("coverage")) {
      knowledge.payerRules().forEach(p -> raisedBy(p, p.text(), p.basis()));
    }
    line("");
    line("Golden cases that expect it, in `src/test/cases`:");
    line("");
    cases.forEach(c -> line("- [%s](../../src/test/cases/%s.yaml)", c.replace('-', ' '), c));
    line("");
    line("<!-- written by bin/finding-pages from the tables; do not edit -->");
    return Optional.of(out.toString());
  }

  private void raisedBy(KnowledgeRow r, String when, String basis) {
    line(
        "| %s | %s | %s | %s | %s |",
        r.id(), when, basis, String.join(", ", r.sources()), r.doubt().orElse(""));
  }

  private void line(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
