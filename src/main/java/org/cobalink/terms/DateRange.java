package org.cobalink.terms;

import java.time.LocalDate;

/** Calendar dates from {@code from} to {@code to}, both included. */
public record DateRange(LocalDate from, LocalDate to) {
  /** The last day of a range without an end. */
  public static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

  public boolean isOpen() {
    return to.equals(NO_END);
  }

  public boolean holds(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(to);
  }

  public boolean overlaps(DateRange other) {
    return !from.isAfter(other.to) && !other.from.isAfter(to);
  }
}
