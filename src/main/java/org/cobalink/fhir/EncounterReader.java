package org.cobalink.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cobalink.facts.Fact;
import org.cobalink.facts.Visit;
import org.cobalink.fhir.InjectionReader.Candidate;

/** Reads the encounter under review: its class, its start, its diagnoses and their rank. */
final class EncounterReader {
  private static final Set<String> INPATIENT = Set.of("IMP", "ACUTE", "NONAC");
  private final Chart chart;
  private final Optional<String> ref;
  private final Optional<JsonNode> json;

  EncounterReader(Chart chart, Optional<String> ref) {
    this.chart = chart;
    this.ref = ref;
    this.json = ref.flatMap(chart::find).map(Chart.Item::json);
  }

  Optional<String> ref() {
    return ref;
  }

  Visit read() {
    return new Visit(ref, inpatient(), ranked());
  }

  Optional<LocalDate> start() {
    return json.flatMap(v -> Json.date(v.path("period"), "start"));
  }

  /** The encounter of the call, else of an order, else the only one there is. */
  static Optional<String> find(
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
  Set<String> diagnoses() {
    Set<String> refs = new HashSet<>();
    json.ifPresent(
        v ->
            diagnoses(v).stream()
                .map(d -> References.of(Json.first(d, "condition"), ""))
                .map(r -> chart.find(r).map(Chart.Item::ref).orElse(r))
                .forEach(refs::add));
    return refs;
  }

  private static List<JsonNode> diagnoses(JsonNode visit) {
    return Json.list(visit, "diagnosis").stream()
        .filter(d -> !isUse(d, "AD") && !isUse(d, "CC"))
        .toList();
  }

  private List<String> ranked() {
    return json.stream()
        .flatMap(v -> diagnoses(v).stream())
        .filter(d -> d.path("rank").isIntegralNumber())
        .sorted(
            Comparator.comparing(
                d -> Json.number(d, "rank").orElse(BigDecimal.valueOf(Long.MAX_VALUE)),
                BigDecimal::compareTo))
        .map(d -> References.of(Json.first(d, "condition"), ""))
        .map(r -> chart.find(r).map(Chart.Item::ref).orElse(r))
        .toList();
  }

  private Fact<Boolean> inpatient() {
    String code =
        json.map(v -> Json.first(v, "class"))
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

  private static boolean isUse(JsonNode diagnosis, String code) {
    return Concept.hasCode(Json.first(diagnosis, "use"), code);
  }
}
