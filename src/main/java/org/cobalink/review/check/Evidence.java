package org.cobalink.review.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.cobalink.facts.Facts;
import org.cobalink.facts.LabResult;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.Thresholds.Threshold;

/**
 * How one laboratory value reads: the laboratory's own flag and range first, then our thresholds.
 * Never without a unit. A level after an injection is not read as normal (trap 31).
 *
 * @param reading low, normal, high, or unknown
 */
public record Evidence(LabResult lab, String reading, Optional<Threshold> threshold) {
  private static final BigDecimal DAYS_A_YEAR = new BigDecimal("365.25");

  /**
   * Reads a value: by the laboratory's own flag, else its own range, else our thresholds.
   *
   * @param documented what is documented, since pregnancy changes the thresholds
   */
  public static Evidence of(
      LabResult lab, Facts facts, Knowledge knowledge, Set<String> documented) {
    Optional<BigDecimal> value = lab.value().ifKnown();
    String flag = lab.flag();
    if (flag.equals("POS") || flag.equals("NEG")) {
      return new Evidence(lab, flag.equals("POS") ? "positive" : "negative", Optional.empty());
    }
    if (flag.startsWith("L") || flag.startsWith("H")) {
      return new Evidence(lab, flag.startsWith("L") ? "low" : "high", Optional.empty());
    }
    if (value.isEmpty() || lab.unit().isEmpty()) {
      return new Evidence(lab, "unknown", Optional.empty());
    }
    BigDecimal v = value.get();
    if (lab.low().isPresent() || lab.high().isPresent()) {
      boolean low = lab.low().filter(l -> v.compareTo(l) < 0).isPresent();
      boolean high = lab.high().filter(h -> v.compareTo(h) > 0).isPresent();
      return new Evidence(lab, low ? "low" : high ? "high" : "normal", Optional.empty());
    }
    Optional<Threshold> t =
        knowledge
            .thresholds()
            .of(
                lab.lab(),
                lab.unit(),
                v,
                facts.patient().sex().ifKnown(),
                age(facts, lab),
                documented);
    return new Evidence(lab, t.map(Threshold::meaning).orElse("unknown"), t);
  }

  private static Optional<BigDecimal> age(Facts facts, LabResult lab) {
    Optional<LocalDate> birth = facts.patient().birthDate().ifKnown();
    return birth.flatMap(
        b ->
            lab.date()
                .map(
                    d ->
                        BigDecimal.valueOf(ChronoUnit.DAYS.between(b, d))
                            .divide(DAYS_A_YEAR, 3, java.math.RoundingMode.HALF_UP)));
  }

  /** A value that points to B12 deficiency or to anemia (labs.tsv). */
  public boolean supports(Knowledge knowledge) {
    return knowledge.lab(lab.lab()).filter(l -> l.supportsWhen().equals(reading)).isPresent();
  }

  boolean afterTreatment(Facts facts) {
    return lab.date()
        .filter(d -> facts.earlierDoses().stream().anyMatch(dose -> !dose.isAfter(d)))
        .isPresent();
  }
}
