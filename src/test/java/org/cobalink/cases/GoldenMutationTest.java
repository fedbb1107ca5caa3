package org.cobalink.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cobalink.fhir.Json;
import org.cobalink.fhir.ValueSets;
import org.cobalink.hooks.ClientProfile;
import org.cobalink.hooks.HookService;
import org.cobalink.knowledge.Knowledge;
import org.junit.jupiter.api.Test;

/**
 * All golden cases in one go and without a server: what {@code bin/mutation} runs for each mutant,
 * some thousand times. The doors are tested in {@link GoldenCasesTest}.
 */
class GoldenMutationTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final Knowledge KNOWLEDGE = Knowledge.load();
  private static final ValueSets CODES = ValueSets.load();
  private static final List<Prepared> CASES = prepare();

  private record Prepared(GoldenCase golden, byte[] request) {}

  @Test
  void everyCaseIsReviewedAsItsSourceSays() throws Exception {
    HookService service = new HookService(KNOWLEDGE, CODES, ClientProfile.DEFAULT);
    for (Prepared p : CASES) {
      var answer = service.answer(Json.MAPPER.readTree(p.request), TODAY);
      var reviews = Json.MAPPER.valueToTree(answer).at("/extension/org.cobalink.reviews");
      Expectation.check(p.golden, reviews);
    }
  }

  private static List<Prepared> prepare() {
    List<Prepared> prepared = new ArrayList<>();
    for (GoldenCase golden : GoldenCase.all()) {
      try {
        byte[] request = Json.MAPPER.writeValueAsBytes(new CaseExpander(golden).request());
        prepared.add(new Prepared(golden, request));
      } catch (Exception e) {
        throw new IllegalStateException(golden.name(), e);
      }
    }
    return prepared;
  }
}
