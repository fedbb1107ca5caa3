package org.cobalink.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cobalink.Service;
import org.cobalink.fhir.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each client profile makes of the same calls: hooks/b12-injection/profiles, recorded. */
class ProfilesTest {
  private static final Path FOLDER = Path.of("hooks/b12-injection/profiles");
  private static final List<String> EXAMPLES =
      List.of(
          "the-words-say-anemia-and-the-code-does-not",
          "the-diagnosis-is-there-but-the-order-does-not-name-it",
          "a-neuropathy-due-to-the-deficiency-needs-two-codes-in-order",
          "a-low-level-but-no-diagnosis");
  private static final Map<String, Service> SERVICES = new HashMap<>();
  private static final String RECODE = EXAMPLES.get(0);
  private static final String LINK = EXAMPLES.get(1);

  static Stream<Arguments> recorded() {
    return Stream.of("epic", "sandbox", "information-only")
        .flatMap(p -> EXAMPLES.stream().map(e -> Arguments.of(p, e)));
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void answersAsRecorded(String profile, String example) throws IOException {
    JsonNode cards = answer("profile: " + profile, Calls.example(example)).path("cards");
    Path file = FOLDER.resolve(profile).resolve(example + ".json");
    if (Boolean.getBoolean("cobalink.record")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, cards.toPrettyString() + "\n");
    }
    assertThat(cards).isEqualTo(Json.MAPPER.readTree(Files.readAllBytes(file)));
  }

  private static JsonNode answer(String yaml, ObjectNode request) throws IOException {
    Service service =
        SERVICES.computeIfAbsent(yaml, y -> new Service(Service.settings(y, Map.of())));
    return Json.MAPPER.readTree(Calls.post(service, Calls.PATH, request, null).body());
  }

  @AfterAll
  static void stop() {
    SERVICES.values().forEach(Service::close);
  }

  private static JsonNode mine(String settings, String example) throws IOException {
    return answer("profile: mine\nprofiles: {mine: {" + settings + "}}", Calls.example(example));
  }

  private static JsonNode review(JsonNode answer) {
    return answer.at("/extension/org.cobalink.reviews/0");
  }

  /** The codes are the chart's: no profile changes them. */
  @ParameterizedTest
  @MethodSource("recorded")
  void noProfileChangesTheReview(String profile, String example) throws IOException {
    ObjectNode request = Calls.example(example);
    assertThat(review(answer("profile: " + profile, request)))
        .isEqualTo(review(answer("", request)));
  }

  @Test
  void epicGetsOneActionASuggestionAndNoUpdate() throws IOException {
    for (String example : EXAMPLES) {
      JsonNode card = answer("profile: epic", Calls.example(example)).at("/cards/0");
      for (JsonNode suggestion : card.path("suggestions")) {
        assertThat(card.path("selectionBehavior").asText()).isEqualTo("any");
        assertThat(suggestion.path("actions")).hasSize(1);
        JsonNode action = suggestion.at("/actions/0");
        assertThat(action.path("type").asText()).isEqualTo("create");
        assertThat(action.at("/resource/resourceType").asText()).isEqualTo("Condition");
        assertThat(action.at("/resource/code/coding/0/system").asText())
            .isEqualTo("urn:oid:2.16.840.1.113883.6.90");
      }
      assertThat(card.at("/source/topic/code").asText()).matches("[A-Za-z0-9]{1,100}");
    }
  }

  @Test
  void aSilentClientSeesNothingAndIsReviewed() throws IOException {
    JsonNode answer = mine("silent: true", RECODE);
    assertThat(answer.path("cards")).isEmpty();
    assertThat(review(answer).path("verdict").asText()).isEqualTo("recode");
  }

  @Test
  void whereOrdersNeverCarryReasonsNoneIsMissed() throws IOException {
    assertThat(review(mine("reasons: unknown", LINK)).path("verdict").asText()).isEqualTo("link");
    assertThat(review(mine("reasons: no", LINK)).path("verdict").asText()).isEqualTo("supported");
    assertThat(mine("reasons: no", LINK).path("cards")).isEmpty();
    assertThat(mine("reasons: yes", LINK).at("/cards/0/indicator").asText()).isEqualTo("warning");
    assertThat(mine("reasons: unknown", LINK).at("/cards/0/indicator").asText()).isEqualTo("info");
  }

  @Test
  void coverageAdviceCanBeOffWholeOrByRule() throws IOException {
    ObjectNode overdosed = Calls.example("all-is-well-and-nothing-is-said");
    ((ObjectNode) overdosed.at("/context/draftOrders/entry/0/resource/medicationCodeableConcept"))
        .put("text", "cyanocobalamin 5000 mcg IM");
    ((ObjectNode) overdosed.at("/context/draftOrders/entry/0/resource"))
        .remove("dosageInstruction");
    assertThat(review(answer("", overdosed)).path("findings").findValuesAsText("code"))
        .contains("coverage");
    JsonNode off = answer("profile: mine\nprofiles: {mine: {coverage: false}}", overdosed);
    assertThat(review(off).path("findings").findValuesAsText("code")).doesNotContain("coverage");
    JsonNode otherPayer =
        answer("profile: mine\nprofiles: {mine: {withoutRules: [USE-DOSE-1000]}}", overdosed);
    assertThat(review(otherPayer).path("findings").findValuesAsText("code"))
        .doesNotContain("coverage");
  }

  @Test
  void plainTextTopicAndElementsOf3AreAsTheClientWants() throws IOException {
    JsonNode plain = mine("markdown: false, topic: service", RECODE).at("/cards/0");
    assertThat(plain.path("detail").asText()).doesNotContain("**", "\\").contains("D51.9");
    assertThat(plain.at("/source/topic/code").asText()).isEqualTo("b12injection");
    assertThat(mine("topic: none", RECODE).at("/cards/0/source").has("topic")).isFalse();
    assertThat(mine("cdsHooks: \"3.0\"", RECODE).at("/cards/0/suggestions/0").toString())
        .contains("\"actionSelectionBehavior\":\"all\"");
    assertThat(mine("cdsHooks: \"2.0\"", RECODE).toString())
        .doesNotContain("actionSelectionBehavior");
  }
}
