package org.cobalink.jpaserver;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.cobalink.cases.CaseExpander;
import org.cobalink.cases.GoldenCase;
import org.cobalink.fhir.Json;
import org.cobalink.fhir.ReviewWriter;
import org.cobalink.fhir.ValueSets;
import org.cobalink.hapi.ReviewsInParameters;
import org.cobalink.hooks.ChartReviewer;
import org.cobalink.hooks.HookService;
import org.cobalink.knowledge.Knowledge;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law 8 inside a HAPI JPA server: the same chart gets the same review as at the other doors. */
class SameReviewsIT {
  private static final Knowledge KNOWLEDGE = Knowledge.load();
  private static final ChartReviewer REVIEWER = new ChartReviewer(KNOWLEDGE, ValueSets.load());
  private static final HookService HOOKS = new HookService(KNOWLEDGE, ValueSets.load());
  private static JpaServer server;

  /** A busy machine takes no part of the chart away: the time for reads is a setting. */
  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    Path config = folder.resolve("cobalink.yaml");
    Files.writeString(config, "profile: patient\nprofiles: {patient: {budgetMillis: 600000}}\n");
    server = new JpaServer(Map.of("cobalink.config", config.toString()));
    // Cases name practitioners and earlier encounters that they do not describe.
    server.bean(JpaStorageSettings.class).setEnforceReferentialIntegrityOnWrite(false);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.systemDefault());
  }

  private static JsonNode expected(JsonNode chart) {
    return ReviewWriter.write(REVIEWER.review(chart, today()));
  }

  private static JsonNode reviews(HttpResponse<String> parameters) {
    assertThat(parameters.statusCode()).as(parameters.body()).isEqualTo(200);
    return ReviewsInParameters.read(JpaServer.json(parameters));
  }

  @Test
  void everyGoldenCaseSentAsABundleOrAsAHook() {
    for (GoldenCase golden : GoldenCase.all()) {
      ObjectNode chart = new CaseExpander(golden).chart();
      assertThat(reviews(server.post("/fhir/$b12-review", chart)))
          .as("%s", golden)
          .isEqualTo(expected(chart));
      ObjectNode request = new CaseExpander(golden).request();
      if (golden.yaml().path("missing").isEmpty()) {
        JsonNode answer = JpaServer.json(server.post("/cds-services/b12-injection", request));
        assertThat(answer)
            .as("%s", golden)
            .isEqualTo(Json.MAPPER.valueToTree(HOOKS.answer(request, today())));
      }
    }
  }

  @Test
  void everyGoldenCaseStoredInTheServer() {
    int number = 0;
    int seen = 0;
    for (GoldenCase golden : GoldenCase.all()) {
      StoredCase stored = new StoredCase(golden, number++);
      HttpResponse<String> kept = server.post("/fhir", stored.transaction());
      assertThat(kept.statusCode()).as("%s %s", golden, kept.body()).isEqualTo(200);
      JsonNode expected = ofThisPatient(expected(stored.chart()));
      assertThat(reviews(server.get("/fhir/Patient/" + stored.patient() + "/$b12-review")))
          .as("%s", golden)
          .isEqualTo(expected);
      if (!golden.yaml().has("doses")) {
        assertThat(reviews(server.get("/fhir/Encounter/" + stored.encounter() + "/$b12-review")))
            .as("%s", golden)
            .isEqualTo(expected);
      }
      seen += expected.size();
      if (golden.hook().equals("order-sign") && !hasImpression(golden)) {
        HttpResponse<String> signed =
            server.post("/cds-services/b12-injection", stored.signing(server));
        assertThat(verdicts(JpaServer.json(signed).at("/extension/org.cobalink.reviews")))
            .as("%s %s", golden, signed.body())
            .isEqualTo(verdicts(expected));
      }
    }
    assertThat(seen).isGreaterThan(400);
  }

  /** A server gives nothing of another patient, so nothing of that can be reported. */
  private static JsonNode ofThisPatient(JsonNode reviews) {
    for (JsonNode review : reviews) {
      Iterator<JsonNode> findings = review.path("findings").iterator();
      while (findings.hasNext()) {
        if (findings.next().path("code").asText().equals("foreignResource")) {
          findings.remove();
        }
      }
      if (review.path("findings").isEmpty()) {
        ((ObjectNode) review).remove("findings");
      }
    }
    return reviews;
  }

  /** The hook's prefetch asks for documents only. */
  private static boolean hasImpression(GoldenCase golden) {
    return golden.yaml().path("notes").findParent("summary") != null;
  }

  private static List<String> verdicts(JsonNode reviews) {
    List<String> said = new ArrayList<>();
    for (JsonNode review : reviews) {
      said.add(review.path("verdict").asText() + review.path("codes").findValuesAsText("code"));
    }
    return said;
  }
}
