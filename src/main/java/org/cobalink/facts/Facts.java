package org.cobalink.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Everything a review may know.
 *
 * @param obtained which parts of the chart were had: an absent part is not an empty one
 * @param foreign references of resources of another patient, ignored
 * @param earlierDoses dates of B12 injections given, for reading levels after treatment
 */
public record Facts(
    List<Injection> injections,
    List<Diagnosis> diagnoses,
    List<LabResult> labs,
    Patient patient,
    Visit visit,
    Set<Part> obtained,
    List<String> foreign,
    List<LocalDate> earlierDoses) {

  /** The parts of a chart that are asked for by name. */
  public enum Part {
    ENCOUNTER_DIAGNOSES,
    PROBLEMS,
    B12_LABS,
    HEMOGLOBIN
  }
}
