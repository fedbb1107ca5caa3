package org.cobalink.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cobalink.fhir.Json;
import org.cobalink.fhir.ValueSets;
import org.cobalink.hooks.HookService;
import org.cobalink.knowledge.Knowledge;
import org.junit.jupiter.api.Test;

/** Every wording of a coder in one go and without a server, for {@code bin/mutation}. */
class CodersMutationTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final HookService SERVICE = new HookService(Knowledge.load(), ValueSets.load());
  private static final Map<GoldenCase, JsonNode> REQUESTS = new LinkedHashMap<>();

  static {
    CoderWording.all().forEach(w -> REQUESTS.put(w, new CaseExpander(w).request()));
  }

  @Test
  void everyWordingIsReviewedAsItsCoderSays() throws Exception {
    for (Map.Entry<GoldenCase, JsonNode> e : REQUESTS.entrySet()) {
      JsonNode request = Json.MAPPER.readTree(Json.MAPPER.writeValueAsBytes(e.getValue()));
      JsonNode answer = Json.MAPPER.valueToTree(SERVICE.answer(request, TODAY));
      CoderWording.check(e.getKey(), answer.at("/extension/org.cobalink.reviews"));
    }
  }
}
