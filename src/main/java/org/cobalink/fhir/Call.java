package org.cobalink.fhir;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cobalink.facts.Facts.Part;

/**
 * What a door knows beside the resources.
 *
 * @param patientId id of the patient; empty where the chart must tell
 * @param encounter reference of the encounter; empty where the order or the chart must tell
 * @param selections references of the selected orders, at order-select, or of what was stored
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
    BUNDLE,
    /** An order or administration that a server has just stored, in that patient's whole chart. */
    STORED
  }

  /** A call about all that a chart holds. */
  public static Call whole(Occasion occasion, LocalDate today) {
    return new Call(occasion, "", Optional.empty(), Set.of(), EnumSet.allOf(Part.class), today);
  }

  /** The same about one patient, and one encounter where that is named. */
  public Call about(String patient, Optional<String> of) {
    return new Call(occasion, patient, of, selections, obtained, today);
  }

  /** The same about what was selected or stored. */
  public Call selecting(Set<String> refs) {
    return new Call(occasion, patientId, encounter, refs, obtained, today);
  }

  /** The same without a part that could not be had. */
  public Call without(Part part) {
    Set<Part> rest = EnumSet.copyOf(obtained);
    rest.remove(part);
    return new Call(occasion, patientId, encounter, selections, rest, today);
  }
}
