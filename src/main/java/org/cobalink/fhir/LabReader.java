package org.cobalink.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cobalink.facts.Fact;
import org.cobalink.facts.LabResult;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.Lab;

/**
 * Reads the laboratory results that are evidence. A value without a UCUM code is never compared.
 */
final class LabReader {
  private static final Set<String> FLAGS = Set.of("L", "LL", "H", "HH", "N", "POS", "NEG");
  private static final Set<String> VOID = Set.of("entered-in-error", "cancelled");
  private final Knowledge knowledge;
  private final ValueSets codes;

  LabReader(Knowledge knowledge, ValueSets codes) {
    this.knowledge = knowledge;
    this.codes = codes;
  }

  List<LabResult> read(List<Chart.Item> observations) {
    List<LabResult> found = new ArrayList<>();
    for (Chart.Item item : observations) {
      Concept code = Concept.of(item.json(), "code");
      if (VOID.contains(Json.text(item.json(), "status"))) {
        continue;
      }
      code.codings().stream()
          .flatMap(c -> codes.setsOf(c).stream())
          .flatMap(set -> knowledge.labs().stream().filter(l -> l.valueSet().equals(set)))
          .findFirst()
          .ifPresent(lab -> found.add(result(item, lab)));
    }
    return found;
  }

  private static LabResult result(Chart.Item item, Lab lab) {
    JsonNode json = item.json();
    JsonNode quantity = Json.first(json, "valueQuantity");
    JsonNode range = Json.first(json, "referenceRange");
    String unit = Json.text(quantity, "code");
    Optional<BigDecimal> value = number(quantity);
    return new LabResult(
        item.ref(),
        lab.id(),
        lab.name(),
        value.map(Fact::known).orElse(Fact.unknown("no valueQuantity")),
        unit,
        limit(range, "low", unit),
        limit(range, "high", unit),
        Json.list(json, "interpretation").stream()
            .map(Concept::of)
            .flatMap(c -> c.codings().stream())
            .map(c -> c.code().toUpperCase(Locale.ROOT))
            .filter(FLAGS::contains)
            .findFirst()
            .orElseGet(() -> inWords(json)),
        Json.date(json, "effectiveDateTime")
            .or(() -> Json.date(json.path("effectivePeriod"), "start"))
            .or(() -> Json.date(json, "effectiveInstant"))
            .or(() -> Json.date(json, "issued")));
  }

  /** A result in words: positive or negative; nothing where it says neither. */
  private static String inWords(JsonNode json) {
    String words =
        (Concept.of(json, "valueCodeableConcept").allWords() + " " + Json.text(json, "valueString"))
            .toLowerCase(Locale.ROOT);
    boolean negative = words.contains("negative") || words.contains("not detected");
    return negative ? "NEG" : words.contains("positive") ? "POS" : "";
  }

  private static Optional<BigDecimal> number(JsonNode quantity) {
    return Json.text(quantity, "comparator").isEmpty()
        ? Json.number(quantity, "value")
        : Optional.empty();
  }

  /** The laboratory's own limit, where it is in the unit of the value. */
  private static Optional<BigDecimal> limit(JsonNode range, String end, String unit) {
    JsonNode limit = Json.first(range, end);
    String its = Json.text(limit, "code");
    return its.equals(unit) || its.isEmpty() ? number(limit) : Optional.empty();
  }
}
