package org.cobalink.review.check;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.cobalink.facts.Facts;
import org.cobalink.facts.Injection;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.review.assess.Assessment;
import org.cobalink.review.assess.Entry;
import org.cobalink.review.code.Coded;
import org.cobalink.review.code.Coder;

/**
 * One injection with everything the checks look at.
 *
 * @param today what was assessed today
 * @param orderNamesSupport whether what the order names supports the injection
 * @param evidence laboratory values as read, newest first
 * @param isOnlyOnProblemList whether a supporting diagnosis stands only where nobody addressed it
 *     today
 */
public record Case(
    Knowledge knowledge,
    Facts facts,
    Injection injection,
    LocalDate date,
    Assessment assessment,
    Coder coder,
    Coded today,
    Coded withProblemList,
    boolean orderNamesSupport,
    boolean isOnlyOnProblemList,
    List<Evidence> evidence) {

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
    boolean elsewhere =
        !today.supports() && coder.code(assessment.notAddressed(), assessment.entries()).supports();
    boolean named = coder.code(assessment.named(), assessment.entries()).supports();
    return new Case(
        knowledge,
        facts,
        injection,
        date,
        assessment,
        coder,
        today,
        all,
        named,
        elsewhere,
        evidence(facts, knowledge, Assessment.meaning(assessment.entries())));
  }

  /** Whether a supporting diagnosis was assessed today. */
  public boolean isSupportedToday() {
    return today.supports();
  }

  /** The rows and codes the review rests on. */
  public Coded coded() {
    return isOnlyOnProblemList() ? withProblemList : today;
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

  private static List<Evidence> evidence(Facts facts, Knowledge knowledge, Set<String> documented) {
    return facts.labs().stream()
        .map(l -> Evidence.of(l, facts, knowledge, documented))
        .sorted(
            Comparator.comparing(
                    (Evidence e) -> e.lab().date().orElse(LocalDate.MIN), Comparator.reverseOrder())
                .thenComparing(e -> e.lab().ref()))
        .toList();
  }
}
