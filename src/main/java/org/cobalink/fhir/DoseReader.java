package org.cobalink.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cobalink.facts.Fact;

/** The dose of an order or administration: structured where it is, else in the drug's words. */
final class DoseReader {
  private static final Map<String, BigDecimal> TO_MICROGRAMS =
      Map.of(
          "ug", BigDecimal.ONE,
          "mcg", BigDecimal.ONE,
          "\u00b5g", BigDecimal.ONE,
          "\u03bcg", BigDecimal.ONE,
          "mg", BigDecimal.valueOf(1000),
          "g", BigDecimal.valueOf(1_000_000));
  private static final Pattern IN_WORDS =
      Pattern.compile(
          "(\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?) ?(mcg|ug|\u00b5g|\u03bcg|mg)\\b(?!/)");

  private DoseReader() {}

  static Fact<BigDecimal> micrograms(Chart.Item item, String drug) {
    for (JsonNode dose : doses(item.json())) {
      String code = Json.text(dose, "code");
      BigDecimal factor = TO_MICROGRAMS.get(code.isEmpty() ? Json.text(dose, "unit") : code);
      Optional<BigDecimal> value = Json.number(dose, "value");
      if (factor != null && value.isPresent()) {
        return Fact.known(value.get().multiply(factor));
      }
    }
    Matcher m = IN_WORDS.matcher(drug.toLowerCase(Locale.ROOT));
    return m.find()
        ? Fact.known(
            new BigDecimal(m.group(1).replace(",", "")).multiply(TO_MICROGRAMS.get(m.group(2))))
        : Fact.unknown("no dose in a unit of mass");
  }

  /** Every structured dose: of an administration, or of an order's directions. */
  static List<JsonNode> doses(JsonNode json) {
    List<JsonNode> doses = new ArrayList<>(Json.list(json.path("dosage"), "dose"));
    for (JsonNode dosage : Json.list(json, "dosageInstruction")) {
      Json.list(dosage, "doseAndRate").forEach(d -> doses.addAll(Json.list(d, "doseQuantity")));
    }
    return doses;
  }
}
