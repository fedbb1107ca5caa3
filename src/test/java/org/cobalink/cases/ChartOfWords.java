package org.cobalink.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.cobalink.fhir.Json;
import org.cobalink.fhir.ValueSets;
import org.cobalink.hooks.HookService;
import org.cobalink.knowledge.Knowledge;

/** A chart whose one diagnosis is only words, asked again and again with other words. */
final class ChartOfWords {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private final HookService service = new HookService(Knowledge.load(), ValueSets.load());
  private final JsonNode request;
  private final ObjectNode code;

  ChartOfWords() {
    ObjectNode yaml = Json.MAPPER.createObjectNode().put("date", TODAY.toString());
    yaml.putObject("order").put("drug", "cyanocobalamin 1000 mcg IM").putArray("reasons").add("c1");
    yaml.putObject("conditions").putObject("c1").put("words", "B12 deficiency");
    request = new CaseExpander(new GoldenCase("words", yaml)).request();
    code = (ObjectNode) request.at("/prefetch/encounterDiagnoses/entry/0/resource/code");
  }

  /** What the review of these words codes. */
  List<String> codes(String words) {
    code.put("text", words);
    JsonNode answer = Json.MAPPER.valueToTree(service.answer(request, TODAY));
    return Expectation.codes(answer.at("/extension/org.cobalink.reviews/0"));
  }
}
