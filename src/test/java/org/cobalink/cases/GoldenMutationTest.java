package org.cobalink.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cobalink.fhir.Json;
import org.cobalink.fhir.ValueSets;
import org.cobalink.hooks.HookService;
import org.cobalink.knowledge.Knowledge;
import org.junit.jupiter.api.Test;

/**
 * All golden cases in one go and without a server, held against {@code src/test/reviews.tsv}, which
 * tells what the cases leave unsaid ({@code bin/record-examples} records it anew): what {@code
 * bin/mutation} runs for each mutant, some thousand times. The doors are tested in {@link
 * GoldenCasesTest}.
 */
class GoldenMutationTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final Path RECORDED = Path.of("src/test/reviews.tsv");
  private static final Knowledge KNOWLEDGE = Knowledge.load();
  private static final ValueSets CODES = ValueSets.load();
  private static final Map<GoldenCase, byte[]> REQUESTS = requests();

  @Test
  void everyCaseIsReviewedAsItsSourceSays() throws Exception {
    HookService service = new HookService(KNOWLEDGE, CODES);
    boolean record = Boolean.getBoolean("cobalink.record");
    List<String> recorded = record ? List.of() : Files.readAllLines(RECORDED);
    List<String> lines = new ArrayList<>();
    for (Map.Entry<GoldenCase, byte[]> e : REQUESTS.entrySet()) {
      Object answer = service.answer(Json.MAPPER.readTree(e.getValue()), TODAY);
      JsonNode written = Json.MAPPER.valueToTree(answer);
      JsonNode reviews = written.at("/extension/org.cobalink.reviews");
      Expectation.check(e.getKey(), reviews);
      String cards = Expectation.cards(written.path("cards"));
      String line = e.getKey().name() + Expectation.line(reviews) + cards;
      if (!record) {
        // At once, not at the end: a mutant is killed by the first case that sees it.
        assertThat(recorded).element(lines.size()).isEqualTo(line);
      }
      lines.add(line);
    }
    if (record) {
      Files.write(RECORDED, lines);
    } else {
      assertThat(lines).hasSameSizeAs(recorded);
    }
  }

  private static Map<GoldenCase, byte[]> requests() {
    Map<GoldenCase, byte[]> requests = new LinkedHashMap<>();
    for (GoldenCase golden : GoldenCase.all()) {
      try {
        requests.put(golden, Json.MAPPER.writeValueAsBytes(new CaseExpander(golden).request()));
      } catch (JacksonException e) {
        throw new IllegalStateException(golden.name(), e);
      }
    }
    return requests;
  }
}
