package org.cobalink.review.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cobalink.knowledge.Companion;
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
    chapter15First(c, findings, reported);
    for (int i = 0; i < reported.size(); i++) {
      String code = reported.get(i);
      Set<String> before = new HashSet<>(reported.subList(0, i));
      c.coded()
          .find(code)
          .filter(s -> s.isManifestation() && etiologies(c, s).noneMatch(before::contains))
          .ifPresent(s -> findings.raise(Gate.SEQUENCE, code));
    }
  }

  /** What stands before a manifestation in the order of the row that gives it. */
  private static Stream<String> etiologies(Case c, SupportedCode manifestation) {
    return c.coded().codes().stream()
        .filter(s -> !s.isManifestation() && !s.role().status())
        .filter(s -> s.rows().stream().anyMatch(manifestation.rows()::contains))
        .map(SupportedCode::code);
  }

  /** What the rows put before all other codes stands before them (guideline I.C.15.a). */
  private static void chapter15First(Case c, Findings findings, List<String> reported) {
    boolean otherSeen = false;
    for (String code : reported) {
      boolean first = c.coded().find(code).filter(s -> s.role().first()).isPresent();
      if (first && otherSeen) {
        findings.raise(Gate.CHAPTER_15_FIRST, code);
      }
      otherSeen |= !first && c.coded().find(code).isPresent();
    }
  }

  /** Codes that belong with a recorded one; status companions are never asked for. */
  private static void missingCompanions(Case c, Findings findings) {
    List<String> recorded =
        c.assessment().entries().stream().flatMap(SequenceCheck::codes).toList();
    boolean anyRecorded = c.coded().codes().stream().anyMatch(s -> recorded.contains(s.code()));
    for (SupportedCode s : c.coded().codes()) {
      boolean own = s.role().own() && !isUncodedManifestation(s, recorded);
      boolean asked = !s.role().status() && !s.presumed() && !own;
      if (anyRecorded && asked && !recorded.contains(s.code()) && s.entry().billable()) {
        findings.raise(invalid(c, s).findFirst().orElse(Gate.COMPANION_MISSING), s.words());
      }
    }
  }

  /**
   * A manifestation named with its cause in one diagnosis, which carries the cause's code alone.
   */
  private static boolean isUncodedManifestation(SupportedCode s, List<String> recorded) {
    String category = s.code().substring(0, 3);
    return s.isManifestation() && recorded.stream().noneMatch(code -> code.startsWith(category));
  }

  /** Why the code that a diagnosis has for the companion does not count, where it has one. */
  private static Stream<Gate> invalid(Case c, SupportedCode s) {
    return c.assessment().entries().stream()
        .filter(e -> says(c, e, s))
        .flatMap(SequenceCheck::codes)
        .flatMap(code -> RecordedCode.invalid(c, code).stream());
  }

  private static boolean isHeaderOf(String code, String longer) {
    return !code.isEmpty() && code.length() < longer.length() && longer.startsWith(code);
  }

  private static boolean says(Case c, Entry e, SupportedCode s) {
    return codes(e).anyMatch(code -> isHeaderOf(code, s.code()))
        || e.documents(s.role().of())
        || s.also().stream().anyMatch(r -> r instanceof Companion k && e.documents(k.concept()))
        || c.coder().saysWhat(e, s.code());
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
    return entries.stream().flatMap(SequenceCheck::codes).distinct().toList();
  }

  private static Stream<String> codes(Entry e) {
    return e.diagnosis().icdCodings().stream().map(Coding::code).map(Icd10cm::dotted);
  }
}
