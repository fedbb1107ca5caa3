package org.cobalink.facts;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One laboratory result.
 *
 * @param lab which test, named as in the thresholds table
 * @param value in {@code unit}
 * @param unit a UCUM code; without one nothing is compared
 * @param low the laboratory's own lower limit, same unit
 * @param high the laboratory's own upper limit, same unit
 * @param flag the laboratory's own interpretation code (L, LL, H, HH, N ...), or empty
 */
public record LabResult(
    String ref,
    String lab,
    String name,
    Fact<java.math.BigDecimal> value,
    String unit,
    Optional<java.math.BigDecimal> low,
    Optional<java.math.BigDecimal> high,
    String flag,
    Optional<LocalDate> date) {}
