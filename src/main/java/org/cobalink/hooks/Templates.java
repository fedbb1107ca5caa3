package org.cobalink.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cobalink.fhir.Call.Occasion;
import org.cobalink.fhir.Chart;
import org.cobalink.fhir.Json;
import org.cobalink.fhir.References;

/** The prefetch templates of the discovery document, to be filled for what did not come. */
final class Templates {
  private static final String PATIENT = "{{context.patientId}}";
  private static final String ENCOUNTER = "{{context.encounterId}}";

  private static final String REASON = "Condition/[A-Za-z0-9\\-.]{1,64}";
  private static final int MOST_REASONS = 5;

  /** Keys that a hook advertises and whose absence changes nothing there. */
  private static final String ORDERS = "orders";

  private final Map<Occasion, Map<String, String>> byHook = new EnumMap<>(Occasion.class);

  Templates(JsonNode discovery) {
    for (JsonNode service : discovery.path("services")) {
      Occasion occasion = HookCallReader.HOOKS.get(Json.text(service, "hook"));
      Map<String, String> templates = new LinkedHashMap<>();
      service
          .path("prefetch")
          .properties()
          .forEach(e -> templates.put(e.getKey(), e.getValue().asText()));
      if (occasion != Occasion.DISCHARGE) {
        templates.remove(ORDERS);
      }
      byHook.put(occasion, templates);
    }
  }

  /**
   * The queries for the keys that did not come, the next pages of those that came in part, and the
   * reasons that a draft order names and nobody sent: a diagnosis of another visit is in no key.
   */
  Map<String, String> missing(HookCall call, Chart sent) {
    Map<String, String> queries = new LinkedHashMap<>();
    byHook
        .get(call.occasion())
        .forEach(
            (key, template) -> {
              JsonNode came = call.prefetch().path(key);
              if (came.isMissingNode()) {
                fill(template, call, key, queries);
              } else if (Prefetch.WHOLE.contains(key)) {
                // a relative link could pass for a query of ours
                References.nextPage(came)
                    .filter(url -> url.startsWith("https://") || url.startsWith("http://"))
                    .ifPresent(url -> queries.put(key, url));
              }
            });
    sent.all().stream()
        .filter(Chart.Item::draft)
        .flatMap(o -> Json.list(o.json(), "reasonReference").stream().map(r -> sent.unsent(r, o)))
        .filter(r -> r.matches(REASON))
        .limit(MOST_REASONS)
        .forEach(r -> queries.put(r, r));
    return queries;
  }

  /** A template whose token has no value is not run (checklist §2.12). */
  private static void fill(
      String template, HookCall call, String key, Map<String, String> queries) {
    if (template.contains(ENCOUNTER) && call.encounter().isEmpty()) {
      return;
    }
    String encounter = call.encounter().map(e -> e.substring(e.lastIndexOf('/') + 1)).orElse("");
    String patient = References.patientId(call.patientId());
    if (!isId(patient) || !(encounter.isEmpty() || isId(encounter))) {
      return;
    }
    queries.put(key, template.replace(PATIENT, patient).replace(ENCOUNTER, encounter));
  }

  /** A FHIR id; anything else could change what is asked for. */
  private static boolean isId(String id) {
    return id.matches("[A-Za-z0-9\\-.]{1,64}") && !id.startsWith(".");
  }
}
