package org.cobalink.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cobalink.cases.CaseExpander;
import org.cobalink.cases.GoldenCase;
import org.cobalink.fhir.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Law 9: every string of a request is a canary; none sings in the logs, in the database or in an
 * error body.
 */
@Tag("slow")
class CanaryTest {
  /** Every so many a golden case is sent: all of them say nothing that these do not. */
  private static final int STRIDE = 4;

  private static final String MARK = "kanarienvogel";
  @TempDir static Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void nothingOfAChartIsLoggedKeptOrEchoedByAnError(String logs) throws Exception {
    Path log = folder.resolve("log-" + logs);
    Path database = folder.resolve(logs + ".db");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.cobalink.cli.Main",
                "serve",
                "--port",
                "0",
                "--max-body",
                "60000",
                "--store",
                "jdbc:sqlite:" + database)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("COBALINK_LOGS", logs);
    Process process = builder.start();
    try {
      URI uri = address(log, process);
      for (byte[] body : bodies()) {
        HttpResponse<String> response = post(uri, body);
        assertThat(response.statusCode()).isLessThan(500);
        if (response.statusCode() != 200) {
          assertThat(response.body()).doesNotContainIgnoringCase(MARK);
        }
      }
      assertThat(post(URI.create(uri + "/feedback"), comment()).statusCode()).isEqualTo(200);
    } finally {
      process.destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("stops on SIGTERM").isTrue();
    }
    assertThat(Files.readString(log)).contains("Serving").doesNotContainIgnoringCase(MARK);
    assertThat(Files.readString(log).contains("\"message\":\"call order-sign"))
        .isEqualTo(logs.equals("json"));
    String kept = Files.readString(database, StandardCharsets.ISO_8859_1);
    assertThat(kept).contains("codeUnspecific").doesNotContainIgnoringCase(MARK);
  }

  private static byte[] comment() {
    return ("{\"feedback\":[{\"card\":\"c\",\"outcome\":\"overridden\",\"outcomeTimestamp\":\"2026-11-23T11:20:31Z\",\"overrideReason\":{\"userComment\":\""
            + MARK
            + "\"}}]}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static URI address(Path log, Process process) throws IOException, InterruptedException {
    for (int i = 0; i < 600 && process.isAlive(); i++) {
      String text = Files.readString(log);
      int at = text.indexOf("http://");
      if (at >= 0 && text.indexOf('\n', at) > 0) {
        return URI.create(text.substring(at, text.indexOf('\n', at)).strip() + "/b12-injection");
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("did not start: " + Files.readString(log));
  }

  private static HttpResponse<String> post(URI uri, byte[] body)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + MARK)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  /** Sound requests with marked words, the same broken off, without prefetch, and too large. */
  private static List<byte[]> bodies() throws IOException {
    List<byte[]> bodies = new ArrayList<>();
    List<GoldenCase> all = GoldenCase.all();
    for (int i = 0; i < all.size(); i += STRIDE) {
      GoldenCase golden = all.get(i);
      ObjectNode request = new CaseExpander(golden).request();
      mark(request);
      request.put("fhirServer", "https://" + MARK + ".example.org/fhir");
      request.putObject("fhirAuthorization").put("access_token", MARK).put("scope", MARK);
      byte[] whole = Json.MAPPER.writeValueAsBytes(request);
      bodies.add(whole);
      bodies.add(Arrays.copyOf(whole, whole.length - 3));
      request.remove("prefetch");
      bodies.add(Json.MAPPER.writeValueAsBytes(request));
      ((ObjectNode) request.path("context")).put("patientId", 7).put("draftOrders", MARK);
      bodies.add(Json.MAPPER.writeValueAsBytes(request));
    }
    bodies.add(
        ("{\"" + MARK + "\":\"" + MARK.repeat(9_000) + "\"}").getBytes(StandardCharsets.UTF_8));
    bodies.add((MARK + "{").getBytes(StandardCharsets.UTF_8));
    bodies.add(
        ("{\"hook\":\"" + MARK + "\",\"hook\":\"" + MARK + "\"}").getBytes(StandardCharsets.UTF_8));
    return bodies;
  }

  /** Every string value gets the mark, but for the few that decide how the call is read. */
  private static void mark(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> e : object.properties()) {
        boolean structural =
            List.of(
                    "hook",
                    "resourceType",
                    "status",
                    "authoredOn",
                    "system",
                    "reference",
                    "id",
                    "code",
                    "patientId",
                    "encounterId")
                .contains(e.getKey());
        if (e.getValue().isTextual() && !structural) {
          e.setValue(TextNode.valueOf(e.getValue().asText() + " " + MARK));
        }
        mark(e.getValue());
      }
    } else if (node instanceof ArrayNode array) {
      array.forEach(CanaryTest::mark);
    }
  }
}
