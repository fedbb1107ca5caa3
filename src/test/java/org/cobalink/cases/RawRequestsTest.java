package org.cobalink.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cobalink.Service;
import org.cobalink.fhir.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests as real clients shape them (src/test/requests), each with the verdicts it must get. */
class RawRequestsTest {
  private static Service service;

  @BeforeAll
  static void start() {
    service = new Service();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  static List<Path> requests() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/requests"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("requests")
  void isAnsweredAsExpected(Path file) throws IOException {
    JsonNode raw = Json.MAPPER.readTree(file.toFile());
    HttpResponse<byte[]> response =
        service.post(Json.MAPPER.writeValueAsBytes(raw.path("request")));
    String body = new String(response.body(), StandardCharsets.UTF_8);
    assertThat(response.statusCode()).as(body).isEqualTo(raw.at("/expect/status").asInt());
    JsonNode reviews = Json.MAPPER.readTree(body).path("extension").path("org.cobalink.reviews");
    assertThat(Expectation.field(reviews, "verdict"))
        .as(body)
        .isEqualTo(GoldenCase.texts(raw.at("/expect/verdicts")));
    assertThat(body).contains(raw.at("/expect/contains").asText(""));
  }
}
