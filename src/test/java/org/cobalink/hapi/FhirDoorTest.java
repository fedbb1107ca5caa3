package org.cobalink.hapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cobalink.Service;
import org.cobalink.cases.CaseExpander;
import org.cobalink.cases.GoldenCase;
import org.cobalink.fhir.Json;
import org.cobalink.fhir.ReviewWriter;
import org.cobalink.fhir.ValueSets;
import org.cobalink.hooks.ChartReviewer;
import org.cobalink.knowledge.Knowledge;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code /fhir} of the service, over its port. */
class FhirDoorTest {
  private static Service service;

  @BeforeAll
  static void start() {
    service = new Service();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static HttpResponse<byte[]> post(String type, String body) {
    return service.send(
        service
            .request("/fhir/$b12-review")
            .header("Content-Type", type)
            .header("Accept", "application/fhir+json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static HttpResponse<byte[]> get(String path, String accept) {
    return service.send(service.request(path).header("Accept", accept).GET());
  }

  private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    return Json.MAPPER.readTree(response.body());
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static String chart() {
    GoldenCase any =
        GoldenCase.all().stream()
            .filter(g -> g.expect().path("verdict").asText().equals("recode"))
            .findFirst()
            .orElseThrow();
    return new CaseExpander(any).chart().toString();
  }

  /** Law 8. */
  @Test
  void everyGoldenCaseIsReviewedAsAtTheOtherDoors() throws IOException {
    ChartReviewer reviewer = new ChartReviewer(Knowledge.load(), ValueSets.load());
    int seen = 0;
    for (GoldenCase golden : GoldenCase.all()) {
      String chart = new CaseExpander(golden).chart().toString();
      JsonNode expected =
          ReviewWriter.write(
              reviewer.review(
                  Json.MAPPER.readTree(chart), LocalDate.now(java.time.ZoneId.systemDefault())));
      HttpResponse<byte[]> answer = post("application/fhir+json", chart);
      assertThat(answer.statusCode()).isEqualTo(200);
      JsonNode parameters = json(answer);
      assertThat(ReviewsInParameters.read(parameters)).as("%s", golden).isEqualTo(expected);
      for (JsonNode review : parameters.path("parameter")) {
        List<String> findings = new ArrayList<>();
        List<String> issues = new ArrayList<>();
        for (JsonNode part : review.path("part")) {
          if (part.path("name").asText().equals("finding")) {
            findings.add(part.at("/part/0/valueCode").asText());
          }
          if (part.path("name").asText().equals("issue")) {
            issues.add(part.at("/resource/code/coding/0/code").asText());
          }
        }
        assertThat(issues).isEqualTo(findings);
      }
      seen += expected.size();
    }
    assertThat(seen).isGreaterThan(400);
  }

  @Test
  void theChartMayComeAsAParameterAndAsXml() throws IOException {
    String chart = chart();
    JsonNode direct = json(post("application/fhir+json", chart));
    String wrapped =
        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"chart\",\"resource\":"
            + chart
            + "}]}";
    assertThat(json(post("application/fhir+json", wrapped))).isEqualTo(direct);
    ca.uhn.fhir.context.FhirContext r4 = ca.uhn.fhir.context.FhirContext.forR4Cached();
    String xml = r4.newXmlParser().encodeResourceToString(r4.newJsonParser().parseResource(chart));
    assertThat(json(post("application/fhir+xml", xml))).isEqualTo(direct);
  }

  @Test
  void theDateGivenIsTheDateOfChartsThatHaveNone() throws IOException {
    String chart =
        "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":{\"resourceType\":"
            + "\"MedicationRequest\",\"id\":\"o\",\"status\":\"active\",\"intent\":\"order\",\"subject\":{\"reference\":\"Patient/p\"},"
            + "\"medicationCodeableConcept\":{\"text\":\"cyanocobalamin 1000 mcg IM\"},"
            + "\"reasonCode\":[{\"text\":\"B12 deficiency\"}]}}]}";
    String wrapped =
        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"today\",\"valueDate\":\"2021-05-04\"},"
            + "{\"name\":\"chart\",\"resource\":"
            + chart
            + "}]}";
    JsonNode review = ReviewsInParameters.read(json(post("application/json", wrapped))).path(0);
    assertThat(review.path("serviceDate").asText()).isEqualTo("2021-05-04");
    assertThat(review.path("serviceDateAssumed").asBoolean()).isTrue();
    assertThat(review.path("edition").asText()).isEqualTo("FY2021");
  }

  /** What was diagnosed at one visit says nothing of an injection given at another. */
  @Test
  void aChartOfTwoVisitsIsReviewedVisitByVisit() throws IOException {
    String chart =
        "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":["
            + "{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"p\"}},"
            + visit("e1", "2026-03-02", "Vitamin B12 deficiency", "E53.8")
            + ","
            + visit("e2", "2026-11-02", "Plantar fasciitis", "M72.2")
            + "]}";
    JsonNode reviews = ReviewsInParameters.read(json(post("application/json", chart)));
    assertThat(reviews.at("/0/injection").asText()).isEqualTo("MedicationAdministration/a-e1");
    assertThat(reviews.at("/0/codes/0/code").asText()).isEqualTo("E53.8");
    assertThat(reviews.at("/0/codes/0/condition").asText()).isEqualTo("Condition/c-e1");
    assertThat(reviews.at("/1/injection").asText()).isEqualTo("MedicationAdministration/a-e2");
    assertThat(reviews.at("/1/serviceDate").asText()).isEqualTo("2026-11-02");
    assertThat(reviews.at("/1/codes").isMissingNode()).isTrue();
  }

  private static String visit(String id, String day, String words, String icd) {
    String subject = "\"subject\":{\"reference\":\"Patient/p\"}";
    return "{\"resource\":{\"resourceType\":\"Encounter\",\"id\":\"%s\",\"status\":\"finished\",\"class\":{\"code\":\"AMB\"},%s}},"
            .formatted(id, subject)
        + "{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"c-%s\",%s,\"encounter\":{\"reference\":\"Encounter/%s\"},\"code\":{\"text\":\"%s\",\"coding\":[{\"system\":\"http://hl7.org/fhir/sid/icd-10-cm\",\"code\":\"%s\"}]},\"clinicalStatus\":{\"coding\":[{\"code\":\"active\"}]},\"verificationStatus\":{\"coding\":[{\"code\":\"confirmed\"}]},\"category\":[{\"coding\":[{\"code\":\"encounter-diagnosis\"}]}]}},"
            .formatted(id, subject, id, words, icd)
        + "{\"resource\":{\"resourceType\":\"MedicationAdministration\",\"id\":\"a-%s\",\"status\":\"completed\",%s,\"context\":{\"reference\":\"Encounter/%s\"},\"effectiveDateTime\":\"%s\",\"medicationCodeableConcept\":{\"text\":\"cyanocobalamin 1000 mcg IM\"}}}"
            .formatted(id, subject, id, day);
  }

  @Test
  void whatIsNoChartGetsAnOutcomeThatSaysSoAndNothingOfIt() throws IOException {
    for (String body :
        List.of(
            "", "[]", "{\"resourceType\":\"Patient\",\"id\":\"canary77\"}", "{\"canary77\": tru")) {
      HttpResponse<byte[]> answer = post("application/fhir+json", body);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(json(answer).path("resourceType").asText()).isEqualTo("OperationOutcome");
      assertThat(text(answer)).doesNotContain("canary77");
    }
    HttpResponse<byte[]> xml = post("application/fhir+xml", "<Bundle><canary77/></Bundle>");
    assertThat(xml.statusCode()).isEqualTo(400);
    assertThat(text(xml)).doesNotContain("canary77");
  }

  @Test
  void aBrokenResourceIsSkippedAndTheRestIsReviewed() throws IOException {
    String chart =
        chart()
            .replace(
                "\"entry\":[",
                "\"entry\":[{\"resource\":{\"resourceType\":\"Observation\",\"status\":7,"
                    + "\"code\":\"none\"}},");
    HttpResponse<byte[]> answer = post("application/fhir+json", chart);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(ReviewsInParameters.read(json(answer))).isNotEmpty();
  }

  @Test
  void theCapabilityStatementNamesTheOperation() throws IOException {
    JsonNode metadata = json(get("/fhir/metadata", "application/fhir+json"));
    assertThat(metadata.path("fhirVersion").asText()).isEqualTo("4.0.1");
    assertThat(metadata.toString()).contains("b12-review");
    assertThat(metadata.at("/software/version").asText()).isEqualTo("0.1.0");
  }

  @Test
  void conformanceResourcesAreReadAndSearched() throws IOException {
    JsonNode profile =
        json(get("/fhir/StructureDefinition/b12-indication", "application/fhir+json"));
    assertThat(profile.path("url").asText())
        .isEqualTo("http://cobalink.org/fhir/StructureDefinition/b12-indication");
    for (String query :
        List.of(
            "_id=verdict",
            "name=B12InjectionVerd",
            "url=http://cobalink.org/fhir/ValueSet/verdict")) {
      assertThat(
              json(get("/fhir/ValueSet?" + query, "application/fhir+json")).path("total").asInt())
          .as(query)
          .isEqualTo(1);
    }
    assertThat(get("/fhir/ValueSet/none", "application/fhir+json").statusCode()).isEqualTo(404);
    assertThat(text(get("/fhir/Questionnaire/b12-injection-note", "application/fhir+xml")))
        .startsWith("<Questionnaire");
    assertThat(text(get("/fhir/ValueSet/verdict", "text/html"))).contains("<html");
  }

  @Test
  void nothingCanBeStored() {
    HttpResponse<byte[]> answer =
        service.send(
            service
                .request("/fhir/ValueSet")
                .header("Content-Type", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"resourceType\":\"ValueSet\"}")));
    assertThat(answer.statusCode()).isBetween(400, 405);
  }

  @Test
  void aBodyTooLargeIsRefusedBeforeHapiSeesIt() throws IOException {
    try (Service small = new Service(Service.settings("maxBodyBytes: 2000\n", Map.of()))) {
      HttpResponse<byte[]> answer =
          small.send(
              small
                  .request("/fhir/$b12-review")
                  .header("Content-Type", "application/fhir+json")
                  .POST(
                      HttpRequest.BodyPublishers.ofString("{\"a\":\"" + "x".repeat(3000) + "\"}")));
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(json(answer).path("resourceType").asText()).isEqualTo("OperationOutcome");
    }
  }
}
