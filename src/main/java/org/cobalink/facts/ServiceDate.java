package org.cobalink.facts;

import java.time.LocalDate;

/**
 * The calendar date of the service, as written in the chart and never converted.
 *
 * @param assumed true where no resource gave it and the door passed its own date in
 */
public record ServiceDate(LocalDate date, boolean assumed) {}
