package org.cobalink.bench;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.cobalink.facts.Facts;
import org.cobalink.facts.Facts.Part;
import org.cobalink.fhir.Call;
import org.cobalink.fhir.Chart;
import org.cobalink.fhir.FactReader;
import org.cobalink.fhir.Json;
import org.cobalink.fhir.ValueSets;
import org.cobalink.hooks.HookService;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.review.Reviewer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One 65 KB call, whole and in parts, beside the Jackson tree and HAPI's parser on the same bytes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CallBenchmark {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private final byte[] body = Body.bytes();
  private final Knowledge knowledge = Knowledge.load();
  private final ValueSets codes = ValueSets.load();
  private final HookService service = new HookService(knowledge, codes);
  private final FactReader reader = new FactReader(knowledge, codes);
  private final Reviewer reviewer = new Reviewer(knowledge);
  private final FhirContext r4 = FhirContext.forR4();
  private final List<String> resources = resources();
  private final Facts facts = read();

  @Benchmark
  public byte[] wholeCall() throws IOException {
    return Json.MAPPER.writeValueAsBytes(service.answer(Json.MAPPER.readTree(body), TODAY));
  }

  @Benchmark
  public JsonNode treeAlone() throws IOException {
    return Json.MAPPER.readTree(body);
  }

  @Benchmark
  public Facts bytesToFacts() {
    return read();
  }

  @Benchmark
  public Object reviewAlone() {
    return reviewer.review(facts);
  }

  /**
   * HAPI parses the two Bundles and the draft of the same call, from text, a new parser for each.
   */
  @Benchmark
  public Object hapiParserAlone() {
    List<Object> parsed = new ArrayList<>();
    for (String resource : resources) {
      parsed.add(r4.newJsonParser().parseResource(resource));
    }
    return parsed;
  }

  private Facts read() {
    try {
      JsonNode call = Json.MAPPER.readTree(body);
      Chart chart = new Chart("");
      chart.add(call.at("/context/draftOrders"), true);
      call.path("prefetch").forEach(p -> chart.add(p, false));
      return reader.read(
          chart,
          new Call(
              Call.Occasion.SIGN,
              "p1",
              Optional.of("Encounter/e1"),
              Set.of(),
              EnumSet.allOf(Part.class),
              TODAY));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> resources() {
    try {
      JsonNode call = Json.MAPPER.readTree(new String(body, StandardCharsets.UTF_8));
      List<String> all = new ArrayList<>();
      all.add(call.at("/context/draftOrders").toString());
      call.path("prefetch").forEach(p -> all.add(p.toString()));
      return all;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
