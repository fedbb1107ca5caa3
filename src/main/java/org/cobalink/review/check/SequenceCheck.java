package org.cobalink.review.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cobalink.knowledge.Gate;
import org.cobalink.knowledge.Icd10cm;
import org.cobalink.review.assess.Entry;
import org.cobalink.review.code.SupportedCode;
import org.cobalink.terms.Coding;

/** Etiology before manifestation, and never a manifestation alone (guideline I.A.13). */
final class SequenceCheck implements Check {
  @Override
  public void look(Case c, Findings findings) {
    missingCompanions(c, findings);
    List<String> reported = reported(c);
    boolean etiologySeen = false;
    for (String code : reported) {
      boolean manifestation =
          c.knowledge()
              .icd10cm()
              .find(code, c.date())
              .filter(e -> e.standing() == Icd10cm.Standing.MANIFESTATION)
              .isPresent();
      boolean ours = c.coded().find(code).isPresent();
      if (manifestation && ours && !etiologySeen) {
        findings.raise(Gate.SEQUENCE, code);
      }
      etiologySeen |=
          c.coded().find(code).filter(s -> !s.isManifestation() && s.isDiagnosis()).isPresent();
    }
  }

  /** Codes that belong with a recorded one; status companions are never asked for. */
  private static void missingCompanions(Case c, Findings findings) {
    List<String> recorded =
        c.assessment().entries().stream().flatMap(SequenceCheck::codes).toList();
    boolean anyRecorded = c.coded().codes().stream().anyMatch(s -> recorded.contains(s.code()));
    for (SupportedCode s : c.coded().codes()) {
      boolean asked = !s.role().status() && !s.presumed() && !s.role().own();
      if (anyRecorded && asked && !recorded.contains(s.code()) && s.entry().billable()) {
        findings.raise(Gate.COMPANION_MISSING, s.code());
      }
    }
  }

  /**
   * Recorded codes in the order they are reported: by rank where given, else as the order names
   * them.
   */
  private static List<String> reported(Case c) {
    List<String> ranked = c.facts().visit().ranked();
    List<Entry> entries = new ArrayList<>();
    if (ranked.size() > 1) {
      for (String ref : ranked) {
        c.assessment().entries().stream().filter(e -> e.ref().equals(ref)).forEach(entries::add);
      }
    } else {
      entries.addAll(c.assessment().named());
      if (entries.isEmpty()) {
        List<Entry> visit = c.assessment().entries().stream().filter(Entry::isOfEncounter).toList();
        entries.addAll(visit.size() == 1 ? visit : List.of());
      }
    }
    return entries.stream().flatMap(SequenceCheck::codes).toList();
  }

  private static Stream<String> codes(Entry e) {
    return e.diagnosis().icdCodings().stream().map(Coding::code).map(Icd10cm::dotted);
  }
}
