package org.cobalink.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cobalink.facts.Diagnosis;
import org.cobalink.facts.Fact;
import org.cobalink.facts.Facts;
import org.cobalink.facts.Injection;
import org.cobalink.facts.Patient;
import org.cobalink.facts.Visit;
import org.cobalink.fhir.InjectionReader.Candidate;
import org.cobalink.knowledge.Knowledge;

/** Reads a chart into facts. Never throws on what a chart holds: the unreadable is unknown. */
public final class FactReader {
  private static final Set<String> INPATIENT = Set.of("IMP", "ACUTE", "NONAC");
  private static final Set<String> OF_PATIENT =
      Set.of(
          "Condition",
          "Observation",
          "MedicationRequest",
          "MedicationAdministration",
          "ServiceRequest",
          "Encounter");
  private final Knowledge knowledge;
  private final ValueSets codes;

  public FactReader(Knowledge knowledge, ValueSets codes) {
    this.knowledge = knowledge;
    this.codes = codes;
  }

  /** The facts of a chart; without an injection in it nothing else is read. */
  public Facts read(Chart chart, Call call) {
    String patientId = patientId(chart, call);
    List<Chart.Item> ours = new ArrayList<>();
    List<String> foreign = new ArrayList<>();
    for (Chart.Item item : chart.all()) {
      if (isForeign(chart, item, patientId)) {
        foreign.add(item.ref());
      } else {
        ours.add(item);
      }
    }
    ProductReader products = new ProductReader(chart, codes, knowledge);
    InjectionReader injections = new InjectionReader(chart, ours, products, call);
    List<Candidate> candidates = injections.candidates(call.encounter());
    Optional<String> encounter = encounter(call, chart, candidates, injections);
    Optional<JsonNode> visit = encounter.flatMap(chart::find).map(Chart.Item::json);
    if (candidates.isEmpty()) {
      return facts(
          List.of(),
          List.of(),
          List.of(),
          patient(chart, patientId),
          encounter,
          visit,
          chart,
          call,
          foreign,
          List.of());
    }
    DiagnosisReader diagnoses =
        new DiagnosisReader(chart, knowledge, encounter, diagnosed(visit, chart));
    List<Diagnosis> read =
        ours.stream().filter(i -> i.type().equals("Condition")).map(diagnoses::condition).toList();
    Optional<LocalDate> start = visit.flatMap(v -> Json.date(v.path("period"), "start"));
    List<Injection> found =
        candidates.stream().map(c -> injections.injection(c, diagnoses, start)).toList();
    return facts(
        found,
        read,
        ours.stream().filter(i -> i.type().equals("Observation")).toList(),
        patient(chart, patientId),
        encounter,
        visit,
        chart,
        call,
        foreign,
        doses(ours, products));
  }

  private Facts facts(
      List<Injection> injections,
      List<Diagnosis> diagnoses,
      List<Chart.Item> observations,
      Patient patient,
      Optional<String> encounter,
      Optional<JsonNode> visit,
      Chart chart,
      Call call,
      List<String> foreign,
      List<LocalDate> doses) {
    return new Facts(
        injections,
        diagnoses,
        new LabReader(knowledge, codes).read(observations),
        patient,
        new Visit(encounter, inpatient(visit), ranked(visit, chart)),
        call.obtained(),
        foreign,
        doses);
  }

  /** The patient of the call; for a whole chart its only Patient, else nobody in particular. */
  static String patientId(Chart chart, Call call) {
    if (!call.patientId().isEmpty()) {
      return References.patientId(call.patientId());
    }
    List<Chart.Item> patients = chart.all("Patient");
    return patients.size() == 1 ? References.patientId(patients.get(0).ref()) : "";
  }

  private static boolean isForeign(Chart chart, Chart.Item item, String patientId) {
    if (patientId.isEmpty()) {
      return false;
    }
    if (item.type().equals("Patient")) {
      return !References.patientId(item.ref()).equals(patientId);
    }
    if (!OF_PATIENT.contains(item.type())) {
      return false;
    }
    JsonNode subject =
        item.json().has("subject") ? item.json().path("subject") : item.json().path("patient");
    String ref = chart.reference(subject, item);
    if (ref.isEmpty() && !item.container().isEmpty()) {
      return chart.find(item.container()).filter(c -> isForeign(chart, c, patientId)).isPresent();
    }
    if (ref.startsWith("http") && chart.hasBase()) {
      return true;
    }
    boolean readable = ref.startsWith("Patient/") || ref.contains("/Patient/");
    return readable && !References.patientId(ref).equals(patientId);
  }

  private static Optional<String> encounter(
      Call call, Chart chart, List<Candidate> candidates, InjectionReader injections) {
    List<Chart.Item> all = chart.all("Encounter");
    return call.encounter()
        .or(
            () ->
                candidates.stream()
                    .map(c -> injections.encounterOf(c.item()))
                    .filter(e -> !e.isEmpty())
                    .findFirst())
        .or(() -> all.size() == 1 ? Optional.of(all.get(0).ref()) : Optional.empty());
  }

  /** What Encounter.diagnosis names, but for the reason of admission and the chief complaint. */
  private static Set<String> diagnosed(Optional<JsonNode> visit, Chart chart) {
    Set<String> refs = new HashSet<>();
    visit.ifPresent(
        v ->
            diagnoses(v).stream()
                .map(d -> References.of(Json.first(d, "condition"), ""))
                .map(r -> chart.find(r).map(Chart.Item::ref).orElse(r))
                .forEach(refs::add));
    return refs;
  }

  private static List<JsonNode> diagnoses(JsonNode visit) {
    return Json.list(visit, "diagnosis").stream()
        .filter(d -> !Concept.of(d, "use").hasCode("AD") && !Concept.of(d, "use").hasCode("CC"))
        .toList();
  }

  private static List<String> ranked(Optional<JsonNode> visit, Chart chart) {
    return visit.stream()
        .flatMap(v -> diagnoses(v).stream())
        .filter(d -> d.path("rank").isIntegralNumber())
        .sorted(Comparator.comparing(d -> d.path("rank").decimalValue(), BigDecimal::compareTo))
        .map(d -> References.of(Json.first(d, "condition"), ""))
        .map(r -> chart.find(r).map(Chart.Item::ref).orElse(r))
        .toList();
  }

  private static Fact<Boolean> inpatient(Optional<JsonNode> visit) {
    String code =
        visit
            .map(v -> Json.first(v, "class"))
            .map(
                c ->
                    c.has("coding")
                        ? Json.text(Json.first(c, "coding"), "code")
                        : c.isTextual() ? c.asText() : Json.text(c, "code"))
            .orElse("");
    return code.isEmpty()
        ? Fact.unknown("no Encounter.class")
        : Fact.known(INPATIENT.contains(code.toUpperCase(Locale.ROOT)));
  }

  private static Patient patient(Chart chart, String patientId) {
    Optional<JsonNode> json = chart.find("Patient/" + patientId).map(Chart.Item::json);
    String sex = json.map(p -> Json.text(p, "gender")).orElse("");
    Optional<LocalDate> birth = json.flatMap(p -> Json.date(p, "birthDate"));
    return new Patient(
        Set.of("male", "female").contains(sex)
            ? Fact.known(sex)
            : Fact.unknown("no sex for thresholds"),
        birth.map(Fact::known).orElse(Fact.unknown("no birthDate")));
  }

  private List<LocalDate> doses(List<Chart.Item> ours, ProductReader products) {
    return ours.stream()
        .filter(i -> i.type().equals("MedicationAdministration"))
        .filter(i -> Json.text(i.json(), "status").equals("completed"))
        .filter(i -> products.read(i).isPresent())
        .flatMap(
            i ->
                Json.date(i.json(), "effectiveDateTime")
                    .or(() -> Json.date(i.json().path("effectivePeriod"), "start"))
                    .stream())
        .toList();
  }
}
