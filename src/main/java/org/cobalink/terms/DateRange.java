package org.cobalink.terms;

import java.time.LocalDate;

/** Calendar dates from {@code from} to {@code to}, both included. */
public record DateRange(LocalDate from, LocalDate to) {
  public boolean holds(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(to);
  }

  public boolean overlaps(DateRange other) {
    return !from.isAfter(other.to) && !other.from.isAfter(to);
  }
}
