package org.cobalink.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cobalink.facts.Facts.Part;
import org.cobalink.fhir.Chart;
import org.cobalink.fhir.Json;
import org.cobalink.fhir.References;

/**
 * What came with a call. {@code null} and an empty Bundle mean asked and nothing found; an absent
 * key or an OperationOutcome means not obtained; a Bundle holding only an OperationOutcome is empty
 * (Epic); one with a next page is a part.
 */
final class Prefetch {
  private static final Map<String, Part> PARTS =
      Map.of(
          "encounterDiagnoses", Part.ENCOUNTER_DIAGNOSES,
          "problems", Part.PROBLEMS,
          "b12Labs", Part.B12_LABS,
          "hemoglobin", Part.HEMOGLOBIN);

  /** Keys that must be whole: a part of them would pass for all diagnoses there are. */
  static final Set<String> WHOLE = Set.of("encounterDiagnoses", "problems");

  private static final int MOST_SKIPPED = 50;
  private final HookCall call;
  private final Map<String, JsonNode> fetched;

  Prefetch(HookCall call) {
    this(call, Map.of());
  }

  /**
   * @param fetched what was read from the EHR, by key
   */
  Prefetch(HookCall call, Map<String, JsonNode> fetched) {
    this.call = call;
    this.fetched = fetched;
  }

  Chart chart() {
    Chart chart = new Chart(call.fhirServer());
    chart.add(call.draftOrders(), true);
    call.prefetch().forEach(value -> chart.add(value, false));
    fetched.values().forEach(value -> chart.add(value, false));
    return chart;
  }

  /**
   * The parts that were had. Without an encounter its diagnoses cannot be asked for, nor be
   * missing.
   */
  Set<Part> obtained() {
    Set<Part> obtained = EnumSet.noneOf(Part.class);
    PARTS.forEach(
        (key, part) -> {
          if (isObtained(key, fetched.getOrDefault(key, call.prefetch().path(key)))) {
            obtained.add(part);
          }
        });
    if (call.encounter().isEmpty() && obtained.contains(Part.PROBLEMS)) {
      obtained.add(Part.ENCOUNTER_DIAGNOSES);
    }
    return obtained;
  }

  private static boolean isObtained(String key, JsonNode value) {
    return !value.isMissingNode()
        && !Json.text(value, "resourceType").equals("OperationOutcome")
        && !(WHOLE.contains(key) && References.nextPage(value).isPresent());
  }

  /** Whether any Condition came at all, under whatever key. */
  boolean hasConditions(Chart chart) {
    return chart.all("Condition").stream().anyMatch(c -> !c.draft());
  }

  /** Entries that could not be read, by their place in the request; the rest is used. */
  List<String> skipped() {
    List<String> skipped = new ArrayList<>();
    check(call.draftOrders(), "context.draftOrders", skipped);
    call.prefetch()
        .properties()
        .forEach(e -> check(e.getValue(), "prefetch." + e.getKey(), skipped));
    fetched.forEach((key, value) -> check(value, "fetched." + key, skipped));
    return skipped.size() <= MOST_SKIPPED ? skipped : skipped.subList(0, MOST_SKIPPED);
  }

  private static void check(JsonNode value, String path, List<String> skipped) {
    if (value.isNull() || value.isMissingNode()) {
      return;
    }
    if (Json.text(value, "resourceType").isEmpty() && !value.isArray()) {
      skipped.add(path + ": no resource");
      return;
    }
    int i = 0;
    for (JsonNode entry : Json.list(value, "entry")) {
      JsonNode resource = entry.has("resource") ? entry.path("resource") : entry;
      if (Json.text(resource, "resourceType").isEmpty()) {
        skipped.add(path + ".entry[" + i + "]: no resource");
      }
      i++;
    }
  }
}
