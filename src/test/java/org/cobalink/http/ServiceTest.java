package org.cobalink.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cobalink.Service;
import org.cobalink.fhir.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Discovery, health and every status code of the contract, on a real port. */
class ServiceTest {
  private static final int MAX_BODY = 200_000;
  private static Service service;

  @BeforeAll
  static void start() {
    service = new Service(Map.of("COBALINK_MAX_BODY_BYTES", String.valueOf(MAX_BODY)));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void discoveryAdvertisesOneServiceForEachHook() throws IOException {
    HttpResponse<byte[]> response = service.send(service.request("/cds-services"));
    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode services = Json.MAPPER.readTree(response.body()).path("services");
    List<String> hooks = new ArrayList<>();
    for (JsonNode s : services) {
      hooks.add(s.path("hook").asText());
      assertThat(s.path("id").asText()).isEqualTo("b12-injection");
      assertThat(s.path("prefetch").path("problems").asText())
          .isEqualTo("Condition?patient={{context.patientId}}&category=problem-list-item");
      assertThat(s.path("prefetch").path("b12Labs").asText())
          .contains("http://loinc.org|2132-9")
          .endsWith("&_sort=-date&_count=20")
          .doesNotContain("<");
    }
    assertThat(hooks).containsExactly("order-sign", "order-select", "encounter-discharge");
  }

  @ParameterizedTest
  @CsvSource({"/health/ready,200", "/health/live,200", "/health/x,404", "/nothing,404"})
  void answersPlainPaths(String path, int status) {
    assertThat(service.send(service.request(path)).statusCode()).isEqualTo(status);
  }

  @Test
  void namesEveryProblemOfARequestAtOnce() throws IOException {
    JsonNode outcome =
        refused(
            400,
            "{\"hook\":\"order-select\",\"fhirAuthorization\":{},\"prefetch\":[],\"context\":{\"patientId\":7}}");
    assertThat(texts(outcome))
        .containsExactlyInAnyOrder(
            "hookInstance is missing",
            "fhirAuthorization is given without fhirServer",
            "prefetch is not an object",
            "context.patientId is not a string",
            "context.draftOrders is missing",
            "context.selections is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "nonsense",
        "{} {}",
        "{\"hook\":\"patient-view\",\"hookInstance\":\"h\",\"context\":{\"patientId\":\"p\"}}",
        "{\"hook\":\"order-sign\",\"hookInstance\":\"\",\"context\":{\"patientId\":\"p\",\"draftOrders\":{\"resourceType\":\"Bundle\"}}}",
        "{\"hook\":\"order-sign\",\"hookInstance\":\"h\"}",
        "{\"hook\":\"order-sign\",\"hookInstance\":\"h\",\"context\":{\"patientId\":\"p\",\"draftOrders\":{\"resourceType\":\"Patient\"}}}",
        "{\"hook\":\"encounter-discharge\",\"hookInstance\":\"h\",\"context\":{\"patientId\":\"p\"}}"
      })
  void malformedRequestsAre400(String body) throws IOException {
    assertThat(texts(refused(400, body))).isNotEmpty();
  }

  @Test
  void anEmptyBodyIs400() throws IOException {
    assertThat(texts(refused(400, ""))).containsExactly("the body is empty");
  }

  @Test
  void deepNestingIs400AndNotOurFault() throws IOException {
    refused(400, "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000));
  }

  @Test
  void anInjectionWithoutAnyConditionsIs412() throws IOException {
    JsonNode outcome = refused(412, order("{}"));
    assertThat(texts(outcome).get(0)).contains("encounterDiagnoses", "problems");
    refused(412, order("{\"problems\":{\"resourceType\":\"OperationOutcome\"}}"));
  }

  @Test
  void withoutAnInjectionNothingIsMissing() throws IOException {
    String body = order("{}").replace("cyanocobalamin injection", "lisinopril");
    HttpResponse<byte[]> response = service.post(body.getBytes(StandardCharsets.UTF_8));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("{\"cards\":[]}");
  }

  @Test
  void nullAndAnEpicNoResultsBundleAreEmptyNotMissing() throws IOException {
    String epic =
        "{\"resourceType\":\"Bundle\",\"total\":0,\"entry\":[{\"resource\":{\"resourceType\":\"OperationOutcome\"},\"search\":{\"mode\":\"outcome\"}}]}";
    String body = order("{\"encounterDiagnoses\":null,\"problems\":" + epic + "}");
    HttpResponse<byte[]> response = service.post(body.getBytes(StandardCharsets.UTF_8));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(
            Json.MAPPER
                .readTree(response.body())
                .at("/extension/org.cobalink.reviews/0/verdict")
                .asText())
        .isEqualTo("query");
  }

  @Test
  void aBrokenEntryIsSkippedAndReported() throws IOException {
    String body =
        order(
            "{\"encounterDiagnoses\":{\"resourceType\":\"Bundle\",\"entry\":[7,{\"resource\":{\"id\":\"x\"}}]},\"problems\":null}");
    JsonNode answer =
        Json.MAPPER.readTree(service.post(body.getBytes(StandardCharsets.UTF_8)).body());
    assertThat(answer.at("/extension/org.cobalink.skipped")).hasSize(2);
  }

  @Test
  void whatIsTooLargeIs413() throws IOException {
    refused(413, "{\"x\":\"" + "y".repeat(MAX_BODY) + "\"}");
  }

  @Test
  void otherMediaTypesAre415AndOtherMethods405() throws IOException {
    HttpResponse<byte[]> media =
        service.send(
            service
                .request("/cds-services/b12-injection")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(media.statusCode()).isEqualTo(415);
    isOutcome(media);
    HttpResponse<byte[]> method =
        service.send(service.request("/cds-services/b12-injection").GET());
    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(method.headers().firstValue("Allow")).contains("POST");
    HttpResponse<byte[]> unknown =
        service.send(
            service
                .request("/cds-services/other")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(unknown.statusCode()).isEqualTo(404);
    isOutcome(unknown);
  }

  private static String order(String prefetch) {
    return "{\"hook\":\"order-sign\",\"hookInstance\":\"h\",\"context\":{\"userId\":\"Practitioner/u\",\"patientId\":\"Patient/p1\",\"encounterId\":\"e1\","
        + "\"draftOrders\":{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"MedicationRequest\",\"id\":\"d\",\"status\":\"draft\","
        + "\"subject\":{\"reference\":\"Patient/p1\"},\"authoredOn\":\"2026-11-20\",\"medicationCodeableConcept\":{\"text\":\"cyanocobalamin injection\"}}}]}},\"prefetch\":"
        + prefetch
        + "}";
  }

  private static JsonNode refused(int status, String body) throws IOException {
    HttpResponse<byte[]> response = service.post(body.getBytes(StandardCharsets.UTF_8));
    assertThat(response.statusCode()).isEqualTo(status);
    return isOutcome(response);
  }

  private static JsonNode isOutcome(HttpResponse<byte[]> response) throws IOException {
    JsonNode outcome = Json.MAPPER.readTree(response.body());
    assertThat(outcome.path("resourceType").asText()).isEqualTo("OperationOutcome");
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    return outcome;
  }

  private static List<String> texts(JsonNode outcome) {
    List<String> texts = new ArrayList<>();
    outcome.path("issue").forEach(i -> texts.add(i.path("details").path("text").asText()));
    return texts;
  }
}
