package org.cobalink.fhir;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.cobalink.facts.Facts.Part;

/**
 * What a door knows beside the resources.
 *
 * @param patientId id of the patient; empty where the chart must tell
 * @param encounter reference of the encounter; empty where the order or the chart must tell
 * @param selections references of the selected orders, at order-select
 * @param obtained the parts of the chart that were had
 * @param today the door's date, used only where the chart gives no date of service
 */
public record Call(
    Occasion occasion,
    String patientId,
    Optional<String> encounter,
    Set<String> selections,
    Set<Part> obtained,
    LocalDate today) {

  /** When the review is made; it decides which injections are looked at. */
  public enum Occasion {
    SIGN,
    SELECT,
    DISCHARGE,
    /** A whole chart: its draft orders, else what was given and what is active. */
    BUNDLE
  }
}
