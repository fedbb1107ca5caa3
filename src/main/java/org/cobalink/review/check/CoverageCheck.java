package org.cobalink.review.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.cobalink.knowledge.PayerRule;
import org.cobalink.review.assess.Assessment;

/** Published rules on dose, frequency and indication: advice beside the review, never in it. */
final class CoverageCheck implements Check {
  @Override
  public void look(Case c, Findings findings) {
    c.knowledge().payerRules().stream()
        .filter(r -> isOfDrug(c, r) && isDocumented(c, r) && applies(c, r))
        .forEach(findings::raise);
  }

  private static boolean isOfDrug(Case c, PayerRule rule) {
    return c.injection().drug().toLowerCase(Locale.ROOT).contains(rule.drug());
  }

  private static boolean isDocumented(Case c, PayerRule rule) {
    return rule.concept().isEmpty()
        || Assessment.meaning(c.coded().scope()).contains(rule.concept());
  }

  private static boolean applies(Case c, PayerRule rule) {
    return switch (rule.kind()) {
      case DOCUMENTED -> true;
      case DOSE_OVER ->
          c.injection()
              .micrograms()
              .ifKnown()
              .filter(d -> d.compareTo(rule.limit().orElseThrow()) > 0)
              .isPresent();
      case DAYS_SINCE_DOSE -> isSooner(c, rule.limit().orElseThrow(), rule.after().orElseThrow());
    };
  }

  private static boolean isSooner(Case c, BigDecimal days, BigDecimal after) {
    boolean maintained =
        c.facts().earlierDoses().stream()
            .anyMatch(d -> BigDecimal.valueOf(daysAgo(c, d)).compareTo(after) > 0);
    return maintained
        && c.facts().earlierDoses().stream()
            .map(d -> daysAgo(c, d))
            .anyMatch(ago -> ago > 0 && BigDecimal.valueOf(ago).compareTo(days) <= 0);
  }

  private static long daysAgo(Case c, LocalDate dose) {
    return ChronoUnit.DAYS.between(dose, c.date());
  }
}
