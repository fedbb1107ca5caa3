package org.cobalink.knowledge;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The ICD-10-CM edition of a date of service.
 *
 * @param fiscalYear from 1 October of the year before
 * @param unverified true from 1 April to 30 September 2026: the April 2026 addenda could not be
 *     read
 */
public record Edition(int fiscalYear, boolean unverified) {
  private static final LocalDate APRIL_2026 = LocalDate.of(2026, 4, 1);
  private static final LocalDate OCTOBER_2026 = LocalDate.of(2026, 10, 1);

  /** The edition, or nothing for a date before FY2016 or after the last one loaded. */
  public static Optional<Edition> of(LocalDate date) {
    int year = Icd10cm.fiscalYear(date);
    if (year < Icd10cm.FIRST_YEAR || year > Icd10cm.LAST_YEAR) {
      return Optional.empty();
    }
    return Optional.of(
        new Edition(year, !date.isBefore(APRIL_2026) && date.isBefore(OCTOBER_2026)));
  }

  @Override
  public String toString() {
    return "FY" + fiscalYear + (unverified ? " (April 2026 unverified)" : "");
  }
}
