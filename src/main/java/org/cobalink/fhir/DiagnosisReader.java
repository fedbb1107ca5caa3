package org.cobalink.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cobalink.facts.Author;
import org.cobalink.facts.Diagnosis;
import org.cobalink.facts.Note;
import org.cobalink.facts.Place;
import org.cobalink.facts.Verification;
import org.cobalink.knowledge.Knowledge;

/** Reads Conditions and reasonCodes (dossier B5, field-level reading of FHIR R4). */
final class DiagnosisReader {
  private static final String DUE_TO = "http://hl7.org/fhir/StructureDefinition/condition-dueTo";
  private final Chart chart;
  private final Authorship authorship;
  private final Optional<String> encounter;
  private final Set<String> encounterDiagnoses;

  /**
   * @param encounter reference of the encounter under review
   * @param encounterDiagnoses what Encounter.diagnosis of it names
   */
  DiagnosisReader(
      Chart chart,
      Knowledge knowledge,
      Optional<String> encounter,
      Set<String> encounterDiagnoses) {
    this.chart = chart;
    this.authorship = new Authorship(chart, knowledge.authors());
    this.encounter = encounter;
    this.encounterDiagnoses = encounterDiagnoses;
  }

  Diagnosis condition(Chart.Item item) {
    JsonNode json = item.json();
    Concept code = Concept.of(json, "code");
    List<JsonNode> by =
        Stream.concat(Json.list(json, "asserter").stream(), Json.list(json, "recorder").stream())
            .toList();
    boolean concern =
        hasCategory(json, "health-concern") && !hasCategory(json, "encounter-diagnosis");
    Author author = authorship.of(item, by);
    return new Diagnosis(
        item.ref(),
        place(item),
        code.words(),
        !code.text().isEmpty(),
        code.codings(),
        notes(item),
        isCurrent(json),
        verification(json),
        concern && author == Author.UNKNOWN ? Author.OTHER : author,
        by.isEmpty() ? "" : chart.reference(by.get(0), item),
        dueTo(item),
        dueToRefs(item),
        Json.date(json, "recordedDate"));
  }

  /** A reason in words or codes on an order: the prescriber's assessment, current and certain. */
  Diagnosis reasonCode(Chart.Item order, JsonNode node) {
    Concept code = Concept.of(node);
    return new Diagnosis(
        order.ref(),
        Place.ORDER,
        code.words(),
        !code.text().isEmpty(),
        code.codings(),
        List.of(),
        true,
        Verification.CONFIRMED,
        requester(order),
        "",
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** A reason on an order is its requester's, who is a provider unless the order says otherwise. */
  private Author requester(Chart.Item order) {
    Author by = authorship.of(order, Json.list(order.json(), "requester"));
    return by == Author.UNKNOWN ? Author.PROVIDER : by;
  }

  private static boolean hasCategory(JsonNode json, String code) {
    for (JsonNode category : Json.list(json, "category")) {
      if (Concept.hasCode(category, code)) {
        return true;
      }
    }
    return false;
  }

  private Place place(Chart.Item item) {
    JsonNode json = item.json();
    if (!item.container().isEmpty()) {
      return Place.ORDER;
    }
    String of = chart.reference(Json.first(json, "encounter"), item);
    boolean here = encounter.filter(of::equals).isPresent();
    boolean diagnosis = hasCategory(json, "encounter-diagnosis");
    boolean problem = hasCategory(json, "problem-list-item");
    if (encounterDiagnoses.contains(item.ref()) || (here && !(problem && !diagnosis))) {
      return Place.ENCOUNTER;
    }
    if (diagnosis) {
      return of.isEmpty() ? Place.ENCOUNTER : Place.OTHER_ENCOUNTER;
    }
    return problem || of.isEmpty() ? Place.PROBLEM_LIST : Place.OTHER_ENCOUNTER;
  }

  private static String status(JsonNode json, String field) {
    JsonNode status = Json.first(json, field);
    for (JsonNode coding : Json.list(status, "coding")) {
      String code = Json.text(coding, "code").strip();
      if (!code.isEmpty()) {
        return code.toLowerCase(Locale.ROOT);
      }
    }
    String text = status.isTextual() ? status.asText() : Json.text(status, "text");
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isCurrent(JsonNode json) {
    String status = status(json, "clinicalStatus");
    boolean abated =
        Stream.of(
                "abatementDateTime",
                "abatementAge",
                "abatementPeriod",
                "abatementRange",
                "abatementString")
            .anyMatch(json::hasNonNull);
    return switch (status) {
      case "inactive", "resolved" -> false;
      case "" -> !abated;
      default -> true;
    };
  }

  private static Verification verification(JsonNode json) {
    return switch (status(json, "verificationStatus")) {
      case "confirmed" -> Verification.CONFIRMED;
      case "refuted" -> Verification.REFUTED;
      case "entered-in-error" -> Verification.ENTERED_IN_ERROR;
      case "" -> Verification.ABSENT;
      default -> Verification.UNCERTAIN;
    };
  }

  private List<Note> notes(Chart.Item item) {
    List<Note> notes = new ArrayList<>(0);
    for (JsonNode note : Json.list(item.json(), "note")) {
      String text = note.isTextual() ? note.asText() : Json.text(note, "text");
      if (!text.isBlank()) {
        List<JsonNode> by = Json.list(note, "authorReference");
        notes.add(
            new Note(
                text,
                by.isEmpty()
                    ? authorship.ofWords(Json.text(note, "authorString"))
                    : authorship.of(item, by)));
      }
    }
    return notes;
  }

  private static Stream<JsonNode> dueToExtensions(JsonNode json) {
    return Json.list(json, "extension").stream().filter(e -> Json.text(e, "url").equals(DUE_TO));
  }

  private List<Diagnosis> dueTo(Chart.Item item) {
    return dueToExtensions(item.json())
        .filter(e -> e.has("valueCodeableConcept"))
        .map(e -> reasonCode(item, e.path("valueCodeableConcept")))
        .toList();
  }

  private List<String> dueToRefs(Chart.Item item) {
    return dueToExtensions(item.json())
        .filter(e -> e.has("valueReference"))
        .map(e -> chart.reference(e.path("valueReference"), item))
        .toList();
  }
}
