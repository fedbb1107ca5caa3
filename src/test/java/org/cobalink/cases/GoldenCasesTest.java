package org.cobalink.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cobalink.cli.CommandLineDoor;
import org.cobalink.fhir.Json;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.Row;
import org.cobalink.server.CobalinkServer;
import org.cobalink.server.settings.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every golden case through HTTP on a real port and through {@code cobalink review}: one review.
 */
class GoldenCasesTest {
  private static final Knowledge KNOWLEDGE = Knowledge.load();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static CobalinkServer server;
  @TempDir static Path folder;

  @BeforeAll
  static void start() throws Exception {
    server = CobalinkServer.start(Settings.loopback(0));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<GoldenCase> cases() {
    return GoldenCase.all().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isReviewedAsItsSourceSays(GoldenCase golden) throws Exception {
    byte[] request = Json.MAPPER.writeValueAsBytes(new CaseExpander(golden).request());
    JsonNode answer = post(request);
    JsonNode reviews = answer.path("extension").path("org.cobalink.reviews");
    Expectation.check(golden, reviews);
    checkCard(golden, answer);
    checkDoubts(golden, reviews);
  }

  /** A row on which coders disagree says so in the review, wherever the case rests on it. */
  private static void checkDoubts(GoldenCase golden, JsonNode reviews) {
    String said = reviews.toString();
    for (String id : GoldenCase.texts(golden.yaml().path("rows"))) {
      KNOWLEDGE
          .rows()
          .row(id)
          .filter(r -> said.contains("\"" + id + "\""))
          .flatMap(Row::doubt)
          .ifPresent(d -> assertThat(said.replace("\\\"", "\"")).as(id).contains(d));
    }
  }

  @Test
  @Tag("command-line")
  void everyCaseIsReviewedTheSameOnTheCommandLine() throws Exception {
    List<byte[]> requests = new ArrayList<>();
    for (GoldenCase golden : GoldenCase.all()) {
      requests.add(Json.MAPPER.writeValueAsBytes(new CaseExpander(golden).request()));
    }
    JsonNode found = onTheCommandLine(requests);
    int at = 0;
    for (int i = 0; i < requests.size(); i++) {
      JsonNode answer = post(requests.get(i));
      for (JsonNode review : answer.path("extension").path("org.cobalink.reviews")) {
        assertThat(found.path(at++)).as(GoldenCase.all().get(i).name()).isEqualTo(review);
      }
    }
    assertThat(found).hasSize(at);
  }

  /**
   * A whole chart has no missing parts and no selections: cases about those are the other door's.
   */
  @Test
  @Tag("command-line")
  void everyCaseIsReviewedTheSameAsABundle() throws Exception {
    List<GoldenCase> wholeCharts =
        cases().filter(g -> !g.yaml().has("missing") && !g.hook().equals("order-select")).toList();
    List<byte[]> charts = new ArrayList<>();
    for (GoldenCase golden : wholeCharts) {
      charts.add(Json.MAPPER.writeValueAsBytes(new CaseExpander(golden).chart()));
    }
    JsonNode found = onTheCommandLine(charts);
    int at = 0;
    for (GoldenCase golden : wholeCharts) {
      ArrayNode reviews = Json.MAPPER.createArrayNode();
      if (!golden.expect().path("none").asBoolean()) {
        reviews.add(found.path(at++));
      }
      Expectation.check(golden, reviews);
    }
    assertThat(found).hasSize(at);
  }

  /** A case may name a row and not rest on it: this looks at what the reviews themselves name. */
  @Test
  void everyRowStandsBehindSomeReview() throws Exception {
    Set<String> seen = new HashSet<>();
    for (GoldenCase golden : GoldenCase.all()) {
      JsonNode answer = post(Json.MAPPER.writeValueAsBytes(new CaseExpander(golden).request()));
      answer.findValues("rows").forEach(rows -> rows.forEach(id -> seen.add(id.asText())));
    }
    Set<String> unseen = new HashSet<>();
    KNOWLEDGE.rows().rows().forEach(r -> unseen.add(r.id()));
    KNOWLEDGE.gates().values().forEach(g -> unseen.add(g.id()));
    KNOWLEDGE.payerRules().forEach(r -> unseen.add(r.id()));
    unseen.removeAll(seen);
    assertThat(unseen).as("rows that no review rests on").isEmpty();
  }

  @Test
  void halfOfTheCasesAreNegatives() {
    long all = GoldenCase.all().size();
    long fixed =
        GoldenCase.all().stream()
            .map(g -> g.expect().path("verdict").asText())
            .filter(v -> List.of("supported", "link", "recode").contains(v))
            .count();
    assertThat(all).isGreaterThanOrEqualTo(60);
    assertThat(all - fixed).isGreaterThanOrEqualTo(30);
  }

  private static void checkCard(GoldenCase golden, JsonNode answer) {
    String verdict = golden.expect().path("verdict").asText();
    boolean advice = golden.expect().has("findings");
    if (golden.expect().path("none").asBoolean() || (verdict.equals("supported") && !advice)) {
      assertThat(answer.path("cards")).isEmpty();
      return;
    }
    JsonNode card = answer.path("cards").path(0);
    assertThat(card.path("summary").asText()).isNotBlank().hasSizeLessThan(140);
    boolean fix = verdict.equals("recode") || verdict.equals("link");
    assertThat(card.has("suggestions")).isEqualTo(fix);
    if (verdict.equals("query")) {
      checkQuery(golden, card.path("detail").asText());
    }
    if (golden.expect().has("card")) {
      assertThat(card.path("indicator").asText()).isEqualTo(golden.expect().path("card").asText());
    }
  }

  /**
   * A query that holds up in an audit: indicators with dates, open or several answers with "other"
   * and "unable to determine", nothing of payment, no single answer offered.
   */
  private static void checkQuery(GoldenCase golden, String detail) {
    assertThat(detail)
        .as(golden.name())
        .contains("?", "other (please state)", "unable to determine", "date of service")
        .doesNotContainIgnoringCase("reimburs")
        .doesNotContainIgnoringCase("payer")
        .doesNotContainIgnoringCase("claim");
    boolean lab = !golden.yaml().has("labs") && !golden.yaml().has("missing");
    if (lab) {
      assertThat(detail).as(golden.name()).contains("110 pg/mL (low), 2026-11-02");
    }
  }

  private static JsonNode post(byte[] body) throws Exception {
    URI uri = server.uri().resolve("/cds-services/b12-injection");
    HttpResponse<byte[]> response =
        CLIENT.send(
            HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(response.statusCode())
        .as(() -> new String(response.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return Json.MAPPER.readTree(response.body());
  }

  /** All files in one call: the tables are loaded once. */
  private static JsonNode onTheCommandLine(List<byte[]> inputs) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("review", "--json"));
    for (int i = 0; i < inputs.size(); i++) {
      arguments.add(Files.write(folder.resolve(i + ".json"), inputs.get(i)).toString());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        CommandLineDoor.run(
            new PrintStream(out, true, StandardCharsets.UTF_8), arguments.toArray(String[]::new));
    assertThat(code).isZero();
    return Json.MAPPER.readTree(out.toByteArray());
  }
}
