package org.cobalink.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cobalink.facts.Fact;
import org.cobalink.facts.Facts;
import org.cobalink.facts.Patient;
import org.cobalink.fhir.InjectionReader.Candidate;
import org.cobalink.knowledge.Knowledge;

/** Reads a chart into facts. Never throws on what a chart holds: the unreadable is unknown. */
public final class FactReader {
  private static final Set<String> OF_PATIENT =
      Set.of(
          "Condition",
          "Observation",
          "MedicationRequest",
          "MedicationAdministration",
          "ServiceRequest",
          "DocumentReference",
          "ClinicalImpression",
          "Encounter");
  private final Knowledge knowledge;
  private final ValueSets codes;

  public FactReader(Knowledge knowledge, ValueSets codes) {
    this.knowledge = knowledge;
    this.codes = codes;
  }

  /** The facts of a chart; without an injection in it nothing else is read. */
  public Facts read(Chart chart, Call call) {
    List<Facts> read = read(chart, call, false);
    return read.isEmpty() ? Facts.NOTHING : read.get(0);
  }

  /**
   * The facts of a chart that may span years, once for each encounter that has an injection: what
   * was diagnosed in another encounter is another encounter's.
   */
  public List<Facts> readEach(Chart chart, Call call) {
    return read(chart, call, call.encounter().isEmpty());
  }

  private List<Facts> read(Chart chart, Call call, boolean byEncounter) {
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
    Map<String, List<Candidate>> visits = new LinkedHashMap<>();
    for (Candidate c : candidates) {
      String visit = byEncounter ? injections.encounterOf(c.item()) : "";
      visits.computeIfAbsent(visit, v -> new ArrayList<>()).add(c);
    }
    return visits.values().stream()
        .map(c -> facts(chart, call, ours, foreign, products, injections, c))
        .toList();
  }

  private Facts facts(
      Chart chart,
      Call call,
      List<Chart.Item> ours,
      List<String> foreign,
      ProductReader products,
      InjectionReader injections,
      List<Candidate> candidates) {
    EncounterReader visit =
        new EncounterReader(chart, EncounterReader.find(call, chart, candidates, injections));
    DiagnosisReader diagnoses =
        new DiagnosisReader(chart, knowledge, visit.ref(), visit.diagnoses());
    return new Facts(
        candidates.stream().map(c -> injections.injection(c, diagnoses, visit.start())).toList(),
        Stream.concat(
                ours.stream().filter(i -> i.type().equals("Condition")).map(diagnoses::condition),
                new NoteReader(chart, knowledge, visit.ref()).read(ours).stream())
            .toList(),
        new LabReader(knowledge, codes)
            .read(ours.stream().filter(i -> i.type().equals("Observation")).toList()),
        patient(chart, patientId(chart, call)),
        visit.read(),
        call.obtained(),
        foreign,
        doses(ours, products));
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
