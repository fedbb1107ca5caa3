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
    return assessment.documents(today.scope(), Assessment.INDICATION);
  }

  /** Whether a supporting diagnosis stands only where nobody addressed it today. */
  public boolean isOnlyOnProblemList() {
    return !isSupportedToday()
        && assessment.documents(assessment.notAddressed(), Assessment.INDICATION);
  }

  /** The rows and codes the review rests on. */
  public Coded coded() {
    return isOnlyOnProblemList() ? withProblemList : today;
  }

  public boolean orderNamesSupport() {
    return assessment.documents(assessment.named(), Assessment.INDICATION);
  }

  /** Words of the entries that say a thing, for the reader. */
  String[] wordsOf(List<Entry> entries) {
    return entries.stream().map(e -> e.diagnosis().words()).toArray(String[]::new);
  }

  Optional<Entry> firstNamed() {
    return assessment.named().stream().findFirst();
  }
}
