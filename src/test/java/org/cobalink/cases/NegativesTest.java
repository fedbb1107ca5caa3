package org.cobalink.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cobalink.Service;
import org.cobalink.fhir.Json;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The negatives of every row. Each golden case that gives codes is told again with its words
 * doubted, denied, said of a relative or of the past, and with its Conditions refuted, provisional
 * or resolved: none of these charts may give a code (guideline IV.H, I.C.21.c.4; the one law).
 */
class NegativesTest {
  private static final List<String> WEAKER =
      List.of("Possible ", "Rule out ", "No evidence of ", "Mother has ", "History of ");
  private static final List<String> ANSWERED = List.of("supported", "link", "recode");
  private static Service service;

  @BeforeAll
  static void start() {
    service = new Service();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** Cases that give codes by words alone; a bare code has no words to weaken. */
  static Stream<GoldenCase> inWords() {
    return positives().filter(g -> g.yaml().findValue("coded") == null && everyConditionSpeaks(g));
  }

  /** Cases that give codes by Conditions alone; an order's own words have no status. */
  static Stream<GoldenCase> inConditions() {
    return positives()
        .filter(g -> !g.yaml().path("order").has("words") && !g.yaml().path("order").has("coded"));
  }

  private static Stream<GoldenCase> positives() {
    return GoldenCase.all().stream()
        .filter(g -> ANSWERED.contains(g.expect().path("verdict").asText()))
        .filter(g -> !g.yaml().has("notes"));
  }

  private static boolean everyConditionSpeaks(GoldenCase golden) {
    for (JsonNode c : golden.yaml().path("conditions")) {
      if (!c.has("words") || c.has("note") || c.has("dueTo")) {
        return false;
      }
    }
    return true;
  }

  @ParameterizedTest
  @MethodSource("inWords")
  void weakerWordsGiveNoCode(GoldenCase golden) throws Exception {
    for (String prefix : WEAKER) {
      ObjectNode yaml = golden.yaml().deepCopy();
      yaml.path("conditions").forEach(c -> weaken((ObjectNode) c, "words", prefix));
      for (String place : List.of("order", "administration")) {
        if (yaml.path(place).path("words") instanceof ArrayNode words) {
          for (int i = 0; i < words.size(); i++) {
            words.set(i, weaker(words.get(i).asText(), prefix));
          }
        }
      }
      givesNoCode(new GoldenCase(prefix + golden.name(), yaml));
    }
  }

  @ParameterizedTest
  @MethodSource("inConditions")
  void refutedProvisionalAndResolvedConditionsGiveNoCode(GoldenCase golden) throws Exception {
    for (String verification : List.of("refuted", "provisional", "entered-in-error")) {
      givesNoCode(changed(golden, "verification", verification));
    }
    givesNoCode(changed(golden, "status", "resolved"));
  }

  @Test
  void everyRowThatSupportsAnInjectionHasNegatives() throws Exception {
    Set<String> seen = new HashSet<>();
    for (GoldenCase golden : Stream.concat(inWords(), inConditions()).distinct().toList()) {
      codes(golden).findValues("rows").forEach(r -> r.forEach(id -> seen.add(id.asText())));
    }
    Set<String> without = new HashSet<>();
    for (Row row : Knowledge.load().rows().rows()) {
      if (row.supports() == Row.Supports.YES && row.tier().name().startsWith("A")) {
        without.add(row.id());
      }
    }
    without.removeAll(seen);
    assertThat(without).as("rows without a negative").isEmpty();
  }

  private static GoldenCase changed(GoldenCase golden, String field, String value) {
    ObjectNode yaml = golden.yaml().deepCopy();
    yaml.path("conditions").forEach(c -> ((ObjectNode) c).put(field, value));
    return new GoldenCase(value + " " + golden.name(), yaml);
  }

  private static void weaken(ObjectNode node, String field, String prefix) {
    node.put(field, weaker(node.path(field).asText(), prefix));
  }

  /** Every clause, so that no part of the text is left as strong as it was. */
  private static String weaker(String words, String prefix) {
    StringBuilder weaker = new StringBuilder();
    for (String clause : words.split("(?<=[.;:,\n])\\s*")) {
      weaker.append(prefix).append(clause).append(' ');
    }
    return weaker.toString().strip();
  }

  private static void givesNoCode(GoldenCase golden) throws Exception {
    JsonNode reviews = reviews(golden);
    for (JsonNode review : reviews) {
      assertThat(review.path("codes")).as("%s: %s", golden, review).isEmpty();
      assertThat(review.path("verdict").asText()).as(golden.name()).isNotIn(ANSWERED);
    }
  }

  private static JsonNode codes(GoldenCase golden) throws Exception {
    JsonNode reviews = reviews(golden);
    return reviews.path(0).path("codes");
  }

  private static JsonNode reviews(GoldenCase golden) throws Exception {
    byte[] request = Json.MAPPER.writeValueAsBytes(new CaseExpander(golden).request());
    return Json.MAPPER.readTree(service.post(request).body()).at("/extension/org.cobalink.reviews");
  }
}
