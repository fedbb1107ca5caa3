package org.cobalink.jpaserver;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.interceptor.auth.AuthorizationInterceptor;
import ca.uhn.fhir.rest.server.interceptor.auth.AuthorizedList;
import ca.uhn.fhir.rest.server.interceptor.auth.IAuthRule;
import ca.uhn.fhir.rest.server.interceptor.auth.RuleBuilder;
import ca.uhn.fhir.rest.server.interceptor.auth.SearchNarrowingInterceptor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.IdType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** CDS Hooks and the operation inside a server: whose data is read for whom, and feedback. */
class HooksIT {
  private static final String DOOR = "/cds-services/b12-injection";
  private static JpaServer server;
  private static StoredCase chart;
  private Object guard;

  @BeforeAll
  static void start() {
    server = new JpaServer(Map.of());
    server.bean(JpaStorageSettings.class).setEnforceReferentialIntegrityOnWrite(false);
    chart = StoredCase.recode(9001);
    assertThat(server.post("/fhir", chart.transaction()).statusCode()).isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void open() {
    if (guard != null) {
      server.bean(RestfulServer.class).unregisterInterceptor(guard);
      guard = null;
    }
  }

  private void guard(Object interceptor) {
    guard = interceptor;
    server.bean(RestfulServer.class).registerInterceptor(interceptor);
  }

  private static HttpResponse<String> post(Object body, String authorization) {
    return server.send(
        server
            .request(DOOR)
            .header("Content-Type", "application/json")
            .header("Authorization", authorization)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private static HttpResponse<String> review(String authorization) {
    return server.send(
        server
            .request("/fhir/Patient/" + chart.patient() + "/$b12-review")
            .header("Authorization", authorization)
            .GET());
  }

  private static String verdict(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JpaServer.json(answer).at("/extension/org.cobalink.reviews/0/verdict").asText();
  }

  /** "Bearer {patient}" may read that patient's compartment and call the operation. */
  private static final class OnlyOwnPatient extends AuthorizationInterceptor {
    @Override
    public List<IAuthRule> buildRuleList(RequestDetails request) {
      String patient = String.valueOf(request.getHeader("Authorization")).replace("Bearer ", "");
      IdType id = new IdType("Patient", patient);
      return new RuleBuilder()
          .allow()
          .read()
          .allResources()
          .inCompartment("Patient", id)
          .andThen()
          .allow()
          .operation()
          .named("$b12-review")
          .onInstance(id)
          .andAllowAllResponses()
          .andThen()
          .denyAll()
          .build();
    }
  }

  /** Searches see the patient "none" only. */
  private static final class Narrowed extends SearchNarrowingInterceptor {
    @Override
    protected AuthorizedList buildAuthorizedList(RequestDetails request) {
      return new AuthorizedList().addCompartment("Patient/none");
    }
  }

  @Test
  void discoveryAndMetadataAreThere() {
    HttpResponse<String> discovery = server.get("/cds-services");
    assertThat(discovery.statusCode()).isEqualTo(200);
    assertThat(discovery.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    assertThat(JpaServer.json(discovery).at("/services/0/id").asText()).isEqualTo("b12-injection");
    assertThat(server.get("/fhir/metadata").body()).contains("b12-review");
    assertThat(server.post("/cds-services/none", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void whatWasNotPrefetchedIsReadFromTheServer() {
    HttpResponse<String> answer = server.post(DOOR, chart.signing(server));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(verdict(answer)).isEqualTo("recode");
    assertThat(JpaServer.json(answer).at("/cards/0/summary").asText()).isNotEmpty();
  }

  @Test
  void theServersOwnAddressIsItsOwnAndAnotherIsNot() {
    for (String ours : List.of("/fhir", "/fhir/")) {
      ObjectNode request = chart.signing(server).put("fhirServer", server.uri() + ours);
      assertThat(verdict(server.post(DOOR, request))).isEqualTo("recode");
    }
    ObjectNode nobodys = chart.signing(server);
    nobodys.remove("fhirServer");
    assertThat(server.post(DOOR, nobodys).statusCode()).isEqualTo(412);
    for (String other :
        List.of(
            server.uri() + "/fhir/_ALL",
            "https://ehr.example.org/fhir",
            server.uri() + "/fhirs",
            server.uri() + "/fhir/../x",
            "http://127.0.0.1:1/fhir")) {
      HttpResponse<String> answer =
          server.post(DOOR, chart.signing(server).put("fhirServer", other));
      assertThat(answer.statusCode()).as(other).isEqualTo(412);
    }
  }

  @Test
  void onlyWhatTheCallerMayReadIsRead() {
    guard(new OnlyOwnPatient());
    assertThat(server.post(DOOR, chart.signing(server)).statusCode()).isEqualTo(412);
    assertThat(verdict(post(chart.signing(server), "Bearer " + chart.patient())))
        .isEqualTo("recode");
    assertThat(post(chart.signing(server), "Bearer another").statusCode()).isEqualTo(412);
    ObjectNode delegated = chart.signing(server).put("fhirServer", server.uri() + "/fhir");
    delegated.putObject("fhirAuthorization").put("access_token", chart.patient());
    assertThat(verdict(post(delegated, "Bearer another"))).isEqualTo("recode");
    delegated.withObject("/fhirAuthorization").put("access_token", "another");
    HttpResponse<String> refused = post(delegated, "Bearer " + chart.patient());
    assertThat(refused.statusCode()).isEqualTo(412);
    assertThat(refused.body()).doesNotContain("another");
    delegated.withObject("/fhirAuthorization").put("patient", "another");
    assertThat(post(delegated, "Bearer " + chart.patient()).statusCode()).isEqualTo(412);
  }

  @Test
  void theOperationReadsAsTheCallerMay() {
    guard(new OnlyOwnPatient());
    assertThat(review("Bearer another").statusCode()).isEqualTo(403);
    HttpResponse<String> own = review("Bearer " + chart.patient());
    assertThat(own.statusCode()).as(own.body()).isEqualTo(200);
    assertThat(own.body()).contains("recode");
  }

  @Test
  void whatIsNarrowedAwayIsNotSeen() {
    guard(new Narrowed());
    ObjectNode request = chart.signing(server);
    request.findParents("reasonReference").forEach(o -> ((ObjectNode) o).remove("reasonReference"));
    HttpResponse<String> answer = server.post(DOOR, request);
    assertThat(answer.statusCode()).isEqualTo(412);
    assertThat(answer.body()).doesNotContain("Condition/");
  }

  @Test
  void whatWasStoredAMomentAgoIsSeen() {
    StoredCase fresh = StoredCase.recode(9003);
    assertThat(server.post("/fhir", fresh.transaction()).statusCode()).isEqualTo(200);
    String path = "/fhir/Patient/" + fresh.patient() + "/$b12-review";
    assertThat(server.get(path).body()).doesNotContain("later-one");
    ObjectNode more = fresh.transaction();
    more.withArray("/entry").removeAll();
    condition(more, fresh, "later-one", "Pernicious anemia");
    assertThat(server.post("/fhir", more).statusCode()).isEqualTo(200);
    assertThat(server.get(path).body()).contains("later-one");
  }

  @Test
  void whoIsUnknownGets404AndABadDate400() {
    assertThat(server.get("/fhir/Patient/nobody/$b12-review").statusCode()).isEqualTo(404);
    assertThat(server.get("/fhir/Encounter/nowhere/$b12-review").statusCode()).isEqualTo(404);
    String path = "/fhir/Patient/" + chart.patient() + "/$b12-review?today=";
    assertThat(server.get(path + "2026-11").statusCode()).isEqualTo(400);
    assertThat(server.get(path + "2026-11-20").statusCode()).isEqualTo(200);
  }

  @Test
  void aChartOfManyPagesIsReadWhole() {
    StoredCase large = StoredCase.recode(9002);
    ObjectNode transaction = large.transaction();
    for (int i = 0; i < 450; i++) {
      condition(transaction, large, "many-" + i, "Essential hypertension");
    }
    condition(transaction, large, "a-last-one", "Pernicious anemia");
    assertThat(server.post("/fhir", transaction).statusCode()).isEqualTo(200);
    HttpResponse<String> review = server.get("/fhir/Patient/" + large.patient() + "/$b12-review");
    assertThat(review.statusCode()).as(review.body()).isEqualTo(200);
    assertThat(review.body()).contains("a-last-one");
  }

  private static void condition(ObjectNode transaction, StoredCase of, String id, String words) {
    ObjectNode entry = transaction.withArray("/entry").addObject();
    ObjectNode condition = entry.putObject("resource").put("resourceType", "Condition");
    condition.put("id", id).putObject("code").put("text", words);
    condition
        .putObject("verificationStatus")
        .putArray("coding")
        .addObject()
        .put("system", "http://terminology.hl7.org/CodeSystem/condition-ver-status")
        .put("code", "confirmed");
    condition.putObject("subject").put("reference", "Patient/" + of.patient());
    condition.putObject("encounter").put("reference", "Encounter/" + of.encounter());
    entry.putObject("request").put("method", "PUT").put("url", "Condition/" + id);
  }

  @Test
  void feedbackIsKeptOnceAsAnAuditEventThatValidates() {
    String feedback =
        "{\"feedback\":[{\"card\":\"4e0a3a1e-ebd3-4e2c-8b6f-3fd2f2d7a001\",\"outcome\":\"overridden\","
            + "\"overrideReason\":{\"reason\":{\"code\":\"not-documented\",\"system\":\"http://cobalink.org/fhir/CodeSystem/override-reason\"}},"
            + "\"outcomeTimestamp\":\"2026-11-20T10:00:00Z\"}]}";
    for (int i = 0; i < 3; i++) {
      assertThat(server.post(DOOR + "/feedback", feedback).statusCode()).isEqualTo(200);
    }
    JsonNode kept = JpaServer.json(server.get("/fhir/AuditEvent?entity-name=b12-injection"));
    assertThat(kept.path("entry")).hasSize(1);
    JsonNode event = kept.at("/entry/0/resource");
    assertThat(event.toString()).contains("not-documented", "urn:uuid:4e0a3a1e");
    assertThat(Validated.problems(event.toString())).isEmpty();
    assertThat(server.post(DOOR + "/feedback", "{\"feedback\":[{}]}").statusCode()).isEqualTo(400);
  }
}
