package org.cobalink.jpaserver;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Orders and administrations reviewed as they are stored. */
class StorageIT {
  private static JpaServer server(String storage) {
    JpaServer server = new JpaServer(Map.of("cobalink.storage", storage));
    server.bean(JpaStorageSettings.class).setEnforceReferentialIntegrityOnWrite(false);
    return server;
  }

  private static JsonNode order(StoredCase chart) {
    for (JsonNode e : chart.chart().path("entry")) {
      if (e.at("/resource/resourceType").asText().equals("MedicationRequest")) {
        return e.path("resource");
      }
    }
    throw new IllegalStateException();
  }

  private static HttpResponse<String> put(JpaServer server, JsonNode resource, String prefer) {
    String path = resource.path("resourceType").asText() + "/" + resource.path("id").asText();
    return server.send(
        server
            .request("/fhir/" + path)
            .header("Content-Type", "application/fhir+json")
            .header("Prefer", "return=" + prefer)
            .PUT(HttpRequest.BodyPublishers.ofString(resource.toString())));
  }

  private static List<String> issues(JpaServer server, StoredCase chart, String status) {
    return JpaServer.json(
            server.send(
                server
                    .request("/fhir/DetectedIssue?patient=Patient/" + chart.patient())
                    .header("Cache-Control", "no-cache")
                    .GET()))
        .findParents("implicated")
        .stream()
        .filter(i -> i.path("status").asText().equals(status))
        .map(i -> i.at("/code/coding/0/code").asText())
        .toList();
  }

  @Test
  void findingsAreKeptAsDetectedIssuesAndCancelledWhenMended() {
    try (JpaServer server = server("detected-issue")) {
      StoredCase chart = StoredCase.recode(9101);
      ObjectNode transaction = chart.transaction();
      assertThat(server.post("/fhir", transaction).statusCode()).isEqualTo(200);
      List<String> first = issues(server, chart, "final");
      assertThat(first).isNotEmpty();
      JsonNode one =
          JpaServer.json(server.get("/fhir/DetectedIssue?patient=Patient/" + chart.patient()));
      for (JsonNode issue : one.findParents("implicated")) {
        assertThat(Validated.problems(issue.toString())).isEmpty();
        assertThat(issue.at("/implicated/0/identifier/value").asText())
            .isEqualTo("MedicationRequest/" + order(chart).path("id").asText());
      }
      ObjectNode touched = order(chart).deepCopy();
      touched.putArray("note").addObject().put("text", "left arm");
      assertThat(put(server, touched, "minimal").statusCode()).isEqualTo(200);
      assertThat(issues(server, chart, "final")).isEqualTo(first);
      touched.put("status", "cancelled");
      assertThat(put(server, touched, "minimal").statusCode()).isEqualTo(200);
      assertThat(issues(server, chart, "final")).isEmpty();
      assertThat(issues(server, chart, "cancelled")).containsExactlyInAnyOrderElementsOf(first);
      ObjectNode second = order(chart).deepCopy();
      second.put("id", "c9101-second");
      assertThat(put(server, second, "minimal").statusCode()).isEqualTo(201);
      assertThat(issues(server, chart, "final")).containsExactlyInAnyOrderElementsOf(first);
      String path = "/fhir/MedicationRequest/c9101-second";
      assertThat(server.send(server.request(path).DELETE()).statusCode()).isEqualTo(200);
      assertThat(issues(server, chart, "final")).isEmpty();
    }
  }

  @Test
  void findingsStandInTheOutcomeOfTheAnswer() {
    try (JpaServer server = server("warning")) {
      StoredCase chart = StoredCase.recode(9201);
      HttpResponse<String> stored = server.post("/fhir", chart.transaction());
      assertThat(stored.statusCode()).isEqualTo(200);
      assertThat(stored.body()).contains("http://cobalink.org/fhir/CodeSystem/finding");
      ObjectNode touched = order(chart).deepCopy();
      touched.putArray("note").addObject().put("text", "left arm");
      HttpResponse<String> outcome = put(server, touched, "OperationOutcome");
      JsonNode issues = JpaServer.json(outcome).path("issue");
      assertThat(issues.toString()).contains("http://cobalink.org/fhir/CodeSystem/finding");
      assertThat(Validated.problems(outcome.body())).isEmpty();
      HttpResponse<String> plain = put(server, order(chart), "representation");
      assertThat(plain.body()).doesNotContain("cobalink.org");
      ObjectNode other = order(chart).deepCopy();
      other.put("id", "c9201-other").remove("reasonReference");
      other.putObject("medicationCodeableConcept").put("text", "amoxicillin 500 mg");
      assertThat(put(server, other, "OperationOutcome").body()).doesNotContain("cobalink.org");
      assertThat(issues(server, chart, "final")).isEmpty();
    }
  }
}
