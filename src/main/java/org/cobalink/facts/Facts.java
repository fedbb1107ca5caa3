package org.cobalink.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
  /** A chart without a B12 injection: nothing else of it matters. */
  public static final Facts NOTHING =
      new Facts(
          List.of(),
          List.of(),
          List.of(),
          new Patient(Fact.unknown("not read"), Fact.unknown("not read")),
          new Visit(Optional.empty(), Fact.unknown("not read"), List.of()),
          Set.of(),
          List.of(),
          List.of());

  /** The parts of a chart that are asked for by name. */
  public enum Part {
    ENCOUNTER_DIAGNOSES,
    PROBLEMS,
    B12_LABS,
    HEMOGLOBIN
  }
}
