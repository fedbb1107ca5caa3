package org.cobalink.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.cobalink.Service;
import org.cobalink.fhir.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wording of a coder ({@link CoderWording}) through HTTP. */
class CodersTest {
  private static Service service;

  @BeforeAll
  static void start() {
    service = new Service();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  static Stream<GoldenCase> wordings() {
    return CoderWording.all().stream();
  }

  @ParameterizedTest
  @MethodSource("wordings")
  void isReviewedAsTheCoderSays(GoldenCase wording) throws Exception {
    byte[] request = Json.MAPPER.writeValueAsBytes(new CaseExpander(wording).request());
    JsonNode answer = Json.MAPPER.readTree(service.post(request).body());
    CoderWording.check(wording, answer.at("/extension/org.cobalink.reviews"));
  }
}
