package org.cobalink.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cobalink.facts.Facts;
import org.cobalink.facts.Injection;
import org.cobalink.facts.Place;
import org.cobalink.knowledge.Edition;
import org.cobalink.knowledge.Gate;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.Row;
import org.cobalink.review.assess.Assessment;
import org.cobalink.review.assess.Assessor;
import org.cobalink.review.check.Case;
import org.cobalink.review.check.Checks;
import org.cobalink.review.check.Finding;
import org.cobalink.review.check.Findings;
import org.cobalink.review.code.Coded;
import org.cobalink.review.code.SupportedCode;

/** The room: a pure function of facts and knowledge. Safe for use by many threads. */
public final class Reviewer {
  private final Knowledge knowledge;
  private final Assessor assessor;

  public Reviewer(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.assessor = new Assessor(knowledge);
    knowledge.findings().values().forEach(f -> Verdict.of(f.leadsTo()));
  }

  /** One review for each injection, in the order the chart gives them. */
  public List<Review> review(Facts facts) {
    return review(facts, Set.of());
  }

  /**
   * The same for a reader who is not to see some findings.
   *
   * @param without codes of findings that are not raised: of orders known to carry no reasons
   *     "linkMissing", and the advice "coverage" (contract §3); and ids of single payer rules
   */
  public List<Review> review(Facts facts, Set<String> without) {
    return facts.injections().stream().map(i -> review(facts, i, without)).toList();
  }

  private Review review(Facts facts, Injection injection, Set<String> without) {
    LocalDate date = injection.serviceDate().date();
    Findings findings = new Findings(knowledge, without);
    Optional<Edition> edition = knowledge.icd10cm().edition(date);
    if (edition.isEmpty()) {
      findings.raise(Gate.NO_EDITION);
      return new Review(
          injection,
          Verdict.UNCHECKED,
          List.of(),
          findings.all(),
          Checklist.UNKNOWN,
          Optional.empty(),
          Plan.NOTHING,
          List.of(),
          Assessment.NOTHING);
    }
    Case c = Case.of(knowledge, facts, injection, date, assessor.assess(facts, injection, date));
    Checks.look(c, findings);
    Verdict verdict = findings.verdict();
    List<SupportedCode> codes = codes(c, findings.all(), verdict);
    Plan plan = verdict.isFix() ? new Planner(c, codes).plan() : Plan.NOTHING;
    return new Review(
        injection,
        verdict,
        codes,
        findings.all(),
        Checklist.of(c, findings),
        edition.map(Edition::toString),
        plan,
        c.evidence(),
        c.assessment());
  }

  /** What the documentation supports today. Where a person must decide, or nobody did, none. */
  private static List<SupportedCode> codes(Case c, List<Finding> findings, Verdict verdict) {
    Coded coded = verdict == Verdict.UNSUPPORTED ? c.today() : c.coded();
    boolean contradicted =
        findings.stream().anyMatch(f -> f.rows().contains(Gate.CONTRADICTION.id()));
    boolean unanswered = verdict == Verdict.QUERY && (contradicted || c.isOnlyOnProblemList());
    if (verdict == Verdict.HUMAN || unanswered) {
      return List.of();
    }
    boolean unclear = findings.stream().anyMatch(f -> f.code().equals("ambiguous"));
    if (!coded.deciding().isEmpty()) {
      return coded.codes().stream()
          .filter(s -> !(s.presumed() && unclear))
          .map(s -> c.coder().worded(s, coded))
          .map(s -> ofEarlierVisit(c, s))
          .map(s -> ofDoubtfulCode(c, s))
          .toList();
    }
    Set<String> raised =
        findings.stream().flatMap(f -> f.rows().stream()).collect(Collectors.toSet());
    List<SupportedCode> given = new ArrayList<>();
    for (SupportedCode s : coded.codes()) {
      if (s.rows().stream().map(Row::id).anyMatch(raised::contains)) {
        given.add(s);
      }
    }
    return given;
  }

  /** A code that stood for the words, and whose own meaning has only one source. */
  private static SupportedCode ofDoubtfulCode(Case c, SupportedCode s) {
    return s.source().readFromCode()
        ? s.source().diagnosis().codings().stream()
            .flatMap(k -> c.knowledge().says().exactly(k.asCode(), c.date()).stream())
            .filter(l -> l.doubt().isPresent())
            .reduce(s, SupportedCode::because, (a, b) -> b)
        : s;
  }

  /** A diagnosis of an earlier visit that the order names counts, with the doubt about its age. */
  private static SupportedCode ofEarlierVisit(Case c, SupportedCode s) {
    return s.source().diagnosis().place() == Place.OTHER_ENCOUNTER
        ? s.because(c.knowledge().gate(Gate.PREVIOUS_VISIT))
        : s;
  }
}
