package org.cobalink.review.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cobalink.knowledge.FindingKind;
import org.cobalink.knowledge.Gate;
import org.cobalink.knowledge.GateRow;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.PayerRule;
import org.cobalink.knowledge.Row;
import org.cobalink.review.Verdict;

/** Collects findings. A finding raised twice keeps the stronger verdict and all rows. */
public final class Findings {
  private final Knowledge knowledge;
  private final Set<String> without;
  private final List<Finding> raised = new ArrayList<>(4);

  /**
   * @param without codes of findings, and ids of rows, that are not to be raised
   */
  public Findings(Knowledge knowledge, Set<String> without) {
    this.knowledge = knowledge;
    this.without = without;
  }

  public void raise(Gate gate, String... about) {
    String code = knowledge.gate(gate).finding().orElseThrow();
    raise(gate, Verdict.of(knowledge.finding(code).leadsTo()), about);
  }

  /** Raises a gate's finding with a verdict other than the usual one. */
  public void raise(Gate gate, Verdict verdict, String... about) {
    GateRow row = knowledge.gate(gate);
    String code = row.finding().orElseThrow();
    add(finding(code, verdict, row.id(), row.sources(), about, row.doubt(), Optional.empty()));
  }

  /** Raises the finding of a row of the decision table. */
  public void raise(Row row, Verdict verdict, String... about) {
    String code = row.finding().orElseThrow();
    add(finding(code, verdict, row.id(), row.sources(), about, row.doubt(), row.question()));
  }

  /** Advice of a published rule. */
  void raise(PayerRule rule) {
    add(
        finding(
            "coverage",
            Verdict.SUPPORTED,
            rule.id(),
            rule.sources(),
            new String[] {rule.text()},
            rule.doubt(),
            Optional.empty()));
  }

  private Finding finding(
      String code,
      Verdict verdict,
      String row,
      List<String> sources,
      String[] about,
      Optional<String> doubt,
      Optional<String> question) {
    FindingKind kind = knowledge.finding(code);
    return new Finding(
        code, kind.severity(), verdict, List.of(row), sources, words(about), doubt, question);
  }

  private static List<String> words(String... about) {
    return java.util.Arrays.stream(about).filter(w -> !w.isBlank()).distinct().toList();
  }

  private void add(Finding f) {
    if (without.contains(f.code()) || without.containsAll(f.rows())) {
      return;
    }
    for (int i = 0; i < raised.size(); i++) {
      Finding g = raised.get(i);
      if (g.code().equals(f.code())) {
        raised.set(
            i,
            new Finding(
                g.code(),
                g.severity(),
                g.leadsTo().compareTo(f.leadsTo()) <= 0 ? g.leadsTo() : f.leadsTo(),
                union(g.rows(), f.rows()),
                union(g.sources(), f.sources()),
                union(g.about(), f.about()),
                both(g.doubt(), f.doubt()),
                g.question().or(f::question)));
        return;
      }
    }
    raised.add(f);
  }

  private static Optional<String> both(Optional<String> a, Optional<String> b) {
    return a.isPresent() && b.isPresent() && !a.get().contains(b.get())
        ? Optional.of(a.get() + " " + b.get())
        : a.or(() -> b);
  }

  private static List<String> union(List<String> a, List<String> b) {
    List<String> all = new ArrayList<>(a);
    b.stream().filter(x -> !all.contains(x)).forEach(all::add);
    return List.copyOf(all);
  }

  public boolean has(String code) {
    return raised.stream().anyMatch(f -> f.code().equals(code));
  }

  /** The verdict so far: the first in precedence of what the findings lead to. */
  public Verdict verdict() {
    return raised.stream().map(Finding::leadsTo).min(Verdict::compareTo).orElse(Verdict.SUPPORTED);
  }

  public List<Finding> all() {
    return List.copyOf(raised);
  }
}
