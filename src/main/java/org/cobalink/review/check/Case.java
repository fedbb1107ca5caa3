package org.cobalink.review.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cobalink.facts.Facts;
import org.cobalink.facts.Injection;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.review.assess.Assessment;
import org.cobalink.review.assess.Entry;
import org.cobalink.review.code.Coded;
import org.cobalink.review.code.Coder;

/** One injection with everything the checks look at. */
public record Case(
    Knowledge knowledge,
    Facts facts,
    Injection injection,
    LocalDate date,
    Assessment assessment,
    Coder coder,
    Coded today,
    Coded withProblemList) {

  public static Case of(
      Knowledge knowledge,
      Facts facts,
      Injection injection,
      LocalDate date,
      Assessment assessment) {
    Coder coder = new Coder(knowledge, date);
    Coded today = coder.code(assessment.addressed(), assessment.entries());
    Coded all =
        assessment.notAddressed().isEmpty()
            ? today
            : coder.code(assessment.entries(), assessment.entries());
    return new Case(knowledge, facts, injection, date, assessment, coder, today, all);
  }

  /** Whether a supporting diagnosis was assessed today. */
  public boolean isSupportedToday() {
    return today.supports();
  }

  /** Whether a supporting diagnosis stands only where nobody addressed it today. */
  public boolean isOnlyOnProblemList() {
    return !isSupportedToday()
        && coder.code(assessment.notAddressed(), assessment.entries()).supports();
  }

  /** The rows and codes the review rests on. */
  public Coded coded() {
    return isOnlyOnProblemList() ? withProblemList : today;
  }

  public boolean orderNamesSupport() {
    return coder.code(assessment.named(), assessment.entries()).supports();
  }

  /** Words of the entries that say a thing, for the reader. */
  String[] wordsOf(List<Entry> entries) {
    return entries.stream().map(Case::words).toArray(String[]::new);
  }

  private static String words(Entry e) {
    String words = e.diagnosis().words();
    return words.isBlank()
        ? e.diagnosis().codings().stream().map(k -> k.code()).findFirst().orElse(e.ref())
        : words;
  }

  Optional<Entry> firstNamed() {
    return assessment.named().stream().findFirst();
  }
}
