package org.cobalink.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.cobalink.Service;
import org.cobalink.fhir.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from the EHR, how, and from whom never (checklist items 18 to 22, 29 to 35). */
class FetchTest {
  private static final String URL = "https://c.example.org";
  private static final String TOKEN = "opaque-token-1";

  private static Issuer issuer;
  private static Ehr ehr;
  private static Ehr two;
  private static Ehr six;
  private static Service service;

  /** One service; its clients differ in how it may read for them. */
  @BeforeAll
  static void start() throws Exception {
    issuer = new Issuer();
    ehr = new Ehr("127.0.0.1", chart(Calls.recode()));
    two = new Ehr("127.0.0.2", chart(Calls.recode()));
    six = new Ehr("::1", chart(Calls.recode()));
    StringBuilder yaml =
        new StringBuilder("publicUrl: " + URL + "\nadmin: {token: look}\nclients:\n");
    Map.of(
            "patient", "fetchMillis: 5000, profile: sandbox",
            "post", "fetchMillis: 5000, profile: sandbox, searchByPost: true",
            "hasty", "fetchMillis: 300")
        .forEach((id, more) -> yaml.append(client(id, ehr.base(), more)));
    yaml.append(client("elsewhere", "http://ehr.example.org:9/fhir/r4", "fetchMillis: 5000"));
    service = new Service(Service.settings(yaml.toString(), Map.of()));
  }

  private static String client(String id, String server, String more) {
    return "  - {id: %s, issuer: \"%s/%s\", jku: \"%s\", fhirServers: [\"%s\"], %s}\n"
        .formatted(id, Issuer.NAME, id, issuer.jku(), server, more);
  }

  @AfterAll
  static void stop() {
    service.close();
    issuer.close();
    ehr.close();
    two.close();
    six.close();
  }

  @BeforeEach
  void asTheExampleHasIt() {
    ehr.answer(chart(Calls.recode()));
    two.answer(chart(Calls.recode()));
    six.answer(chart(Calls.recode()));
  }

  /** Answers searches from the prefetch of an example. */
  private static Ehr.Answer chart(ObjectNode request) {
    JsonNode prefetch = request.path("prefetch").deepCopy();
    return (self, e) -> {
      String asked = e.getRequestURI().toString();
      String key =
          asked.contains("problem-list")
              ? "problems"
              : asked.contains("encounter-diagnosis")
                  ? "encounterDiagnoses"
                  : asked.contains("/Patient/")
                      ? "patient"
                      : asked.contains("/Encounter/") ? "encounter" : "";
      JsonNode found = prefetch.path(key);
      Ehr.send(
          e,
          200,
          found.isContainerNode()
              ? found.toString()
              : "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":0}");
    };
  }

  private static ObjectNode withoutPrefetch(String server) {
    ObjectNode request = Calls.recode();
    request.remove("prefetch");
    request.put("fhirServer", server);
    request
        .putObject("fhirAuthorization")
        .put("access_token", TOKEN)
        .put("token_type", "Bearer")
        .put("expires_in", 300)
        .put("scope", "Condition.Read (R4)")
        .put("subject", "us");
    return request;
  }

  private static HttpResponse<byte[]> call(ObjectNode request, String client) {
    String token = issuer.token(URL + Calls.PATH, c -> c.issuer(Issuer.NAME + "/" + client));
    return Calls.post(service, Calls.PATH, request, token);
  }

  private static String verdict(HttpResponse<byte[]> response) throws IOException {
    return Json.MAPPER
        .readTree(response.body())
        .at("/extension/org.cobalink.reviews/0/verdict")
        .asText();
  }

  @Test
  void whatDidNotComeIsReadAndReviewedAsIfItHad() throws Exception {
    HttpResponse<byte[]> answer = call(withoutPrefetch(ehr.base()), "patient");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(verdict(answer)).isEqualTo("recode");
    assertThat(ehr.asked())
        .hasSize(9)
        .allMatch(a -> a.startsWith("GET /fhir/r4/"))
        .allMatch(a -> a.endsWith("Bearer " + TOKEN))
        .noneMatch(a -> a.contains("/MedicationRequest"));
  }

  @Test
  void aReasonOfAnotherVisitThatTheOrderNamesIsRead() throws Exception {
    ObjectNode request = withoutPrefetch(ehr.base());
    ObjectNode prefetch = (ObjectNode) Calls.recode().path("prefetch").deepCopy();
    JsonNode reason = prefetch.at("/encounterDiagnoses/entry/0/resource");
    String ref = "Condition/" + reason.path("id").asText();
    prefetch.putNull("encounterDiagnoses").putNull("assessments");
    request.set("prefetch", prefetch);
    ehr.answer((self, e) -> Ehr.send(e, 200, reason.toString()));
    assertThat(verdict(call(request, "patient"))).isEqualTo("recode");
    assertThat(ehr.asked()).first().asString().startsWith("GET /fhir/r4/" + ref + " ");
  }

  @Test
  void onlyWhatIsMissingIsReadAndAnErrorIsNotAskedAgain() throws Exception {
    ObjectNode request = withoutPrefetch(ehr.base());
    ObjectNode prefetch = (ObjectNode) Calls.recode().path("prefetch").deepCopy();
    prefetch.remove("problems");
    prefetch.putNull("b12Labs").putNull("hemoglobin").putNull("administrations");
    prefetch.putObject("assessments").put("resourceType", "OperationOutcome");
    request.set("prefetch", prefetch);
    assertThat(verdict(call(request, "patient"))).isEqualTo("recode");
    assertThat(ehr.asked()).hasSize(1).first().asString().contains("problem-list-item");
  }

  @Test
  void searchesGoByPostWhereTheSiteWantsNoIdsInAddresses() throws Exception {
    call(withoutPrefetch(ehr.base()), "post");
    assertThat(ehr.asked())
        .filteredOn(a -> a.startsWith("POST"))
        .hasSize(6)
        .allMatch(a -> a.contains("/_search patient="));
  }

  @Test
  void pagesAreFollowedOnTheSameServerAndCountAsOneList() throws Exception {
    JsonNode bundle = Calls.recode().at("/prefetch/encounterDiagnoses");
    ehr.answer(
        (self, e) -> {
          String asked = e.getRequestURI().toString();
          if (asked.contains("page=2")) {
            Ehr.send(e, 200, bundle.toString());
          } else if (asked.contains("encounter-diagnosis")) {
            Ehr.send(e, 200, empty(self.base() + "/Condition?page=2"));
          } else {
            Ehr.send(e, 200, empty(""));
          }
        });
    assertThat(verdict(call(withoutPrefetch(ehr.base()), "patient"))).isEqualTo("recode");
  }

  @Test
  void aPrefetchedPageWithANextOneIsCompleted() throws Exception {
    ObjectNode request = withoutPrefetch(ehr.base());
    ObjectNode prefetch = (ObjectNode) Calls.recode().path("prefetch").deepCopy();
    JsonNode whole = prefetch.path("encounterDiagnoses");
    prefetch.set(
        "encounterDiagnoses", Json.MAPPER.readTree(empty(ehr.base() + "/Condition?page=2")));
    request.set("prefetch", prefetch);
    ehr.answer((self, e) -> Ehr.send(e, 200, whole.toString()));
    assertThat(verdict(call(request, "patient"))).isEqualTo("recode");
    assertThat(ehr.asked()).anyMatch(a -> a.contains("page=2"));
  }

  private static String empty(String next) {
    return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[]"
        + (next.isEmpty() ? "}" : ",\"link\":[{\"relation\":\"next\",\"url\":\"" + next + "\"}]}");
  }

  /** Slow, broken and lying servers: an honest answer, never ours to fail. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "slow",
        "trickle",
        "401",
        "500",
        "redirect",
        "html",
        "endless",
        "cut",
        "outcome",
        "pages"
      })
  void aServerThatDoesNotAnswerMakesA412(String kind) throws Exception {
    ehr.answer((self, e) -> misbehave(kind, e));
    HttpResponse<byte[]> answer = call(withoutPrefetch(ehr.base()), "hasty");
    assertThat(answer.statusCode()).isEqualTo(412);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain(TOKEN);
    assertThat(ehr.asked()).isNotEmpty();
    assertThat(two.asked()).isEmpty();
  }

  private static void misbehave(String kind, HttpExchange e)
      throws IOException, InterruptedException {
    switch (kind) {
      case "slow" -> Thread.sleep(2_000);
      case "trickle" -> {
        e.sendResponseHeaders(200, 0);
        for (int i = 0; i < 40; i++) {
          e.getResponseBody().write(' ');
          e.getResponseBody().flush();
          Thread.sleep(50);
        }
      }
      case "401", "500" -> Ehr.send(e, Integer.parseInt(kind), "{}");
      case "redirect" -> {
        e.getResponseHeaders()
            .set("Location", "http://127.0.0.2:" + two.port() + e.getRequestURI());
        Ehr.send(e, 302, "");
      }
      case "html" -> Ehr.send(e, 200, "<html>please log in</html>");
      case "endless" -> {
        e.sendResponseHeaders(200, 0);
        byte[] much = "x".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 200; i++) {
          e.getResponseBody().write(much);
        }
      }
      case "cut" -> {
        e.sendResponseHeaders(200, 1_000);
        e.getResponseBody().write('{');
      }
      case "outcome" -> Ehr.send(e, 200, "{\"resourceType\":\"OperationOutcome\"}");
      default ->
          // a first page, and a next one elsewhere
          Ehr.send(e, 200, empty("http://127.0.0.2:" + two.port() + "/fhir/r4/Condition?page=2"));
    }
  }

  /** Servers that are not listed, in every spelling: never connected to, never looked up. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.2:%d/fhir/r4",
        "http://[::1]:%d/fhir/r4",
        "http://2130706434:%d/fhir/r4",
        "http://0x7f000002:%d/fhir/r4",
        "http://0177.0.0.2:%d/fhir/r4",
        "http://127.2:%d/fhir/r4",
        "http://[::ffff:127.0.0.2]:%d/fhir/r4",
        "http://localhost:%d/fhir/r4",
        "http://127.0.0.1:%d/fhir/r4",
        "http://ehr.example.org@127.0.0.2:%d/fhir/r4",
        "http://127.0.0.2:%d/fhir/r4#http://ehr.example.org",
        "http://127.0.0.2:%d\\@ehr.example.org/fhir/r4",
        "http://127.0.0.2:%d/fhir/r4?x=ehr.example.org",
        "//127.0.0.2:%d/fhir/r4",
        "file:///etc/passwd",
        "gopher://127.0.0.2:%d/",
        "http://ehr.example.org:9/fhir/r4/../../admin",
        "http://ehr.example.org:9/fhir/r4/%%2e%%2e/admin",
        "http://ehr.example.org:9/fhir/r45",
        "https://ehr.example.org:9/fhir/r4",
        "http://ehr.example.org/fhir/r4",
        "http://ehr.example.org.:9/fhir/r4",
        " http://127.0.0.2:%d/fhir/r4"
      })
  void anUnlistedServerIsNeverConnectedTo(String spelling) throws Exception {
    for (Ehr trap : List.of(two, six, ehr)) {
      String server = spelling.contains("%d") ? spelling.formatted(trap.port()) : spelling;
      double before = unlisted();
      assertThat(call(withoutPrefetch(server), "elsewhere").statusCode()).isEqualTo(412);
      assertThat(unlisted()).isEqualTo(before + 1);
    }
    assertThat(two.asked()).isEmpty();
    assertThat(six.asked()).isEmpty();
    assertThat(ehr.asked()).isEmpty();
  }

  private static double unlisted() {
    String metrics =
        new String(
            service.send(service.request("/metrics").header("Authorization", "Bearer look")).body(),
            StandardCharsets.UTF_8);
    String name = "cobalink_fetches_total{client=\"elsewhere\",outcome=\"unlisted\"} ";
    return metrics
        .lines()
        .filter(l -> l.startsWith(name))
        .mapToDouble(l -> Double.parseDouble(l.substring(name.length())))
        .sum();
  }

  @Test
  void aTokenOfAnotherPatientAndNoTokenAreNotUsed() {
    ObjectNode other = withoutPrefetch(ehr.base());
    ((ObjectNode) other.path("fhirAuthorization")).put("patient", "somebody-else");
    assertThat(call(other, "patient").statusCode()).isEqualTo(412);
    ObjectNode none = withoutPrefetch(ehr.base());
    none.remove("fhirAuthorization");
    assertThat(call(none, "patient").statusCode()).isEqualTo(412);
    ObjectNode broken = withoutPrefetch(ehr.base());
    ((ObjectNode) broken.path("fhirAuthorization")).put("access_token", "a\r\nX-Evil: 1");
    assertThat(call(broken, "patient").statusCode()).isEqualTo(412);
    assertThat(ehr.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "p1&_include=*", "p1/../../admin", "p1?x", "a b", "%2e%2e"})
  void anIdThatIsNoneAsksForNothing(String id) {
    ObjectNode request = withoutPrefetch(ehr.base());
    ((ObjectNode) request.path("context")).put("patientId", id);
    call(request, "patient");
    assertThat(ehr.asked()).isEmpty();
  }

  @Test
  void withoutAnInjectionNothingIsRead() {
    ObjectNode request = withoutPrefetch(ehr.base());
    ((ObjectNode) request.at("/context/draftOrders/entry/0/resource"))
        .putObject("medicationCodeableConcept")
        .put("text", "lisinopril 10 mg tablet");
    assertThat(call(request, "patient").statusCode()).isEqualTo(200);
    assertThat(ehr.asked()).isEmpty();
  }
}
