package org.cobalink.review.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cobalink.knowledge.Gate;
import org.cobalink.review.Verdict;
import org.cobalink.review.assess.Assessment;
import org.cobalink.review.assess.Entry;
import org.cobalink.review.assess.Statement;
import org.cobalink.review.assess.Statement.Certainty;
import org.cobalink.review.assess.Statement.Person;
import org.cobalink.review.assess.Statement.Time;
import org.cobalink.review.code.SupportedCode;

/**
 * Whether order, encounter diagnosis and problem list contradict each other about B12: different
 * own codes for it, or one denies today what another states (dossier E7).
 */
final class Contradiction {
  private final Case c;

  /** Raises the question where they do. */
  static void look(Case c, Findings findings) {
    if (new Contradiction(c).found()) {
      findings.raise(Gate.CONTRADICTION, Verdict.QUERY);
    }
  }

  private Contradiction(Case c) {
    this.c = c;
  }

  private boolean found() {
    List<Entry> visit = c.assessment().addressed().stream().filter(Entry::isOfEncounter).toList();
    List<Entry> namedBeside =
        c.assessment().named().stream().filter(e -> e.addressed() && !e.isOfEncounter()).toList();
    return denied()
        || over()
        || differ(namedBeside, visit)
        || problemListExceeds()
        || providersDiffer(visit);
  }

  /**
   * A thing stated anywhere and denied today; a part of it ("no anemia") where nothing else is
   * said.
   */
  private boolean denied() {
    Set<String> stated =
        c.assessment().entries().stream()
            .flatMap(Entry::plain)
            .filter(s -> s.says(Assessment.INDICATION))
            .flatMap(s -> s.meaning().stream())
            .collect(Collectors.toSet());
    return c.assessment().addressed().stream()
        .filter(e -> e.diagnosis().author().mayDiagnose())
        .flatMap(
            e ->
                e.statements().stream()
                    .filter(s -> s.says(Assessment.INDICATION) || e.plain().findAny().isEmpty()))
        .filter(Contradiction::isDenied)
        .anyMatch(s -> stated.contains(s.concept()));
  }

  /**
   * A diagnosis of today states as current what another calls over, or what its own words call over
   * of a part of it: "B12 deficiency anemia - anemia resolved".
   */
  private boolean over() {
    return c.assessment().addressed().stream()
        .filter(e -> e.diagnosis().author().mayDiagnose())
        .anyMatch(past -> past.statements().stream().anyMatch(s -> isOver(s) && isStated(s, past)));
  }

  private static boolean isOver(Statement s) {
    return s.time() == Time.HISTORY
        && s.person() == Person.PATIENT
        && s.certainty() == Certainty.CERTAIN;
  }

  private boolean isStated(Statement past, Entry in) {
    return c.assessment().addressed().stream()
        .anyMatch(
            e ->
                e.plain()
                    .filter(p -> p.says(Assessment.INDICATION))
                    .filter(p -> !e.equals(in) || !p.concept().equals(past.concept()))
                    .anyMatch(p -> p.meaning().contains(past.concept())));
  }

  private static boolean isDenied(Statement s) {
    return s.certainty() == Certainty.NEGATED && s.person() == Person.PATIENT && !s.ambiguous();
  }

  /** Both name a B12 disease, and not the same code for it. */
  private boolean differ(List<Entry> some, List<Entry> others) {
    Set<String> a = indications(some);
    Set<String> b = indications(others);
    return !a.isEmpty() && !b.isEmpty() && !a.equals(b);
  }

  /** The problem list says more of B12 than anyone does today. */
  private boolean problemListExceeds() {
    if (!c.isSupportedToday()) {
      return false;
    }
    Set<String> codes = indications(c.today().scope());
    Set<String> today = Assessment.meaning(c.today().scope());
    return c.assessment().notAddressed().stream()
        .filter(
            e ->
                e.plain()
                    .anyMatch(
                        s -> s.says(Assessment.INDICATION) && !today.containsAll(s.meaning())))
        .anyMatch(e -> !codes.containsAll(indications(List.of(e))));
  }

  private boolean providersDiffer(List<Entry> visit) {
    return visit.stream()
        .anyMatch(
            a -> visit.stream().anyMatch(b -> isByAnother(a, b) && differ(List.of(a), List.of(b))));
  }

  private static boolean isByAnother(Entry a, Entry b) {
    String one = a.diagnosis().authorRef();
    String other = b.diagnosis().authorRef();
    return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
  }

  /**
   * The codes for B12 diseases that these diagnoses have, without manifestations and companions.
   */
  private Set<String> indications(List<Entry> entries) {
    return c.coder().code(entries, entries).codes().stream()
        .map(SupportedCode::code)
        .filter(code -> RecordedCode.asserts(c, code, Assessment.INDICATION))
        .collect(Collectors.toSet());
  }
}
