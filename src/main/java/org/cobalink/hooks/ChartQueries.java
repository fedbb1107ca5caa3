package org.cobalink.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cobalink.fhir.Json;
import org.cobalink.fhir.ValueSets;

/**
 * What to read from a FHIR server for a patient's whole chart: hooks/b12-injection/chart.json, its
 * code lists filled from the ValueSets.
 */
public final class ChartQueries {
  /**
   * The key of the results of laboratory tests: evidence, without which a chart can be reviewed.
   */
  public static final String LABS = "labs";

  private static final String PATIENT = "{{patientId}}";
  private final Map<String, String> templates = new LinkedHashMap<>();

  public ChartQueries(ValueSets codes) {
    try (InputStream in =
        ChartQueries.class.getResourceAsStream("/hooks/b12-injection/chart.json")) {
      JsonNode read = Json.MAPPER.readTree(in);
      read.properties()
          .forEach(e -> templates.put(e.getKey(), Discovery.fill(e.getValue().asText(), codes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Queries relative to the FHIR base, by key.
   *
   * @param patientId a FHIR id
   */
  public Map<String, String> of(String patientId) {
    Map<String, String> queries = new LinkedHashMap<>();
    templates.forEach((key, template) -> queries.put(key, template.replace(PATIENT, patientId)));
    return queries;
  }
}
