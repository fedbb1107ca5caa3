package org.cobalink.knowledge;

import java.time.LocalDate;

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

  static Edition of(LocalDate date, int year) {
    return new Edition(year, !date.isBefore(APRIL_2026) && date.isBefore(OCTOBER_2026));
  }

  @Override
  public String toString() {
    return "FY" + fiscalYear + (unverified ? " (April 2026 unverified)" : "");
  }
}
