package org.cobalink.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cobalink.Service;
import org.cobalink.fhir.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept, in both databases, through the door (checklist items 53 to 59). */
@Tag("slow")
class FeedbackTest {
  private static final String PATH = Calls.PATH + "/feedback";
  private static final String SECRET = "Mrs Abernathy said no";
  @TempDir static Path folder;
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  /** A database under a name of its own for each test. */
  private record Db(String name, String url) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Db> databases() throws SQLException {
    String name = "t" + System.nanoTime();
    try (Connection c = postgres.getPostgresDatabase().getConnection();
        Statement s = c.createStatement()) {
      s.execute("CREATE DATABASE " + name);
    }
    return Stream.of(
        new Db("SQLite", "jdbc:sqlite:" + folder.resolve(name + ".db")),
        new Db("PostgreSQL", postgres.getJdbcUrl("postgres", name)));
  }

  private static Service service(Db db, String more) {
    return new Service(
        Service.settings("store: {url: \"" + db.url + "\", user: postgres}\n" + more, Map.of()));
  }

  private static JsonNode recode(Service service, String instance) throws IOException {
    ObjectNode request = Calls.recode().put("hookInstance", instance);
    HttpResponse<byte[]> response = Calls.post(service, Calls.PATH, request, null);
    assertThat(response.statusCode()).isEqualTo(200);
    return Json.MAPPER.readTree(response.body()).at("/cards/0");
  }

  private static String item(JsonNode card, String outcome, String more) {
    return "{\"card\":\""
        + card.path("uuid").asText()
        + "\",\"outcome\":\""
        + outcome
        + "\",\"outcomeTimestamp\":\"2026-11-23T11:20:31.5Z\""
        + more
        + "}";
  }

  private static int send(Service service, String body) throws IOException {
    return Calls.post(service, PATH, Json.MAPPER.readTree(body), null).statusCode();
  }

  private static List<String> rows(Db db, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection c =
            db.url.contains("sqlite")
                ? DriverManager.getConnection(db.url)
                : DriverManager.getConnection(db.url, "postgres", "");
        Statement s = c.createStatement();
        ResultSet r = s.executeQuery(sql)) {
      while (r.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= r.getMetaData().getColumnCount(); i++) {
          row.append(i > 1 ? "|" : "").append(r.getString(i));
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  @ParameterizedTest
  @MethodSource("databases")
  void everyDialectIsKeptOnceAndJoinsItsCard(Db db) throws Exception {
    try (Service service = service(db, "")) {
      JsonNode one = recode(service, "i-1");
      JsonNode two = recode(service, "i-2");
      JsonNode three = recode(service, "i-3");
      String accepted =
          item(
              one,
              "accepted",
              ",\"acceptedSuggestions\":[{\"id\":\""
                  + one.at("/suggestions/0/uuid").asText()
                  + "\"}]");
      assertThat(send(service, "{\"feedback\":[" + accepted + "]}")).isEqualTo(200);
      assertThat(send(service, "{\"feedback\":[" + accepted + "]}")).isEqualTo(200);
      assertThat(
              send(
                  service,
                  item(
                      two,
                      "overridden",
                      ",\"overrideReason\":{\"reason\":{\"code\":\"other\",\"system\":\"s\"},\"userComment\":\""
                          + SECRET
                          + "\"}")))
          .as("one item without the list")
          .isEqualTo(200);
      assertThat(
              send(
                  service,
                  "{\"feedback\":["
                      + item(
                          three,
                          "overridden",
                          ",\"overrideReasons\":[{\"extension\":{\"com.epic.cdshooks.feedback.overrideReason.code\":\"17\"}}]")
                      + "]}"))
          .as("Epic")
          .isEqualTo(200);
      assertThat(
              rows(
                  db,
                  "SELECT outcome, suggestions, reason_system, reason, comment FROM feedback ORDER BY reason"))
          .containsExactly(
              "accepted|" + one.at("/suggestions/0/uuid").asText() + "|||null",
              "overridden|||17|null",
              "overridden||s|other|null");
      awaitRows(db, 3);
      JsonNode stats =
          Json.MAPPER.readTree(service.send(service.request("/stats")).body()).path("lines").get(0);
      assertThat(stats.path("finding").asText()).isEqualTo("codeUnspecific");
      assertThat(stats.path("shown").asText()).isEqualTo("<5");
      assertThat(stats.path("reasons").path("other").asText()).isEqualTo("<5");
    }
  }

  private static void awaitRows(Db db, int rows) throws Exception {
    for (int i = 0; i < 200 && rows(db, "SELECT card FROM decision").size() < rows; i++) {
      Thread.sleep(25);
    }
    assertThat(rows(db, "SELECT card FROM decision")).hasSize(rows);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void decisionsHoldNothingOfTheChartAndOutliveARestart(Db db) throws Exception {
    ObjectNode request = Calls.recode();
    try (Service service = service(db, "")) {
      Calls.post(service, Calls.PATH, request, null);
      Calls.post(service, Calls.PATH, request, null);
    }
    try (Service service = service(db, "")) {
      Calls.post(service, Calls.PATH, request, null);
    }
    List<String> rows = rows(db, "SELECT * FROM decision");
    assertThat(rows).as("a retry is the same decision").hasSize(1);
    assertThat(rows.get(0))
        .contains("codeUnspecific", "recode", "D51.9", "FY2027")
        .doesNotContain(request.path("hookInstance").asText())
        .doesNotContain("MedicationRequest")
        .doesNotContain(request.at("/context/patientId").asText() + "|");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aCommentIsKeptOnlyWhereConfigured(Db db) throws Exception {
    try (Issuer issuer = new Issuer();
        Service service =
            service(
                db,
                """
                publicUrl: https://c.example.org
                clients:
                  - {id: ehr, issuer: "%s", jku: "%s", keepComments: true}
                """
                    .formatted(Issuer.NAME, issuer.jku()))) {
      String body =
          "{\"feedback\":[{\"card\":\"c\",\"outcome\":\"overridden\",\"outcomeTimestamp\":\"2026-11-23T11:20:31Z\",\"overrideReason\":{\"userComment\":\""
              + SECRET
              + "\"}}]}";
      String token = issuer.token("https://c.example.org" + PATH);
      assertThat(Calls.post(service, PATH, Json.MAPPER.readTree(body), token).statusCode())
          .isEqualTo(200);
      assertThat(Calls.post(service, PATH, Json.MAPPER.readTree(body), token).statusCode())
          .as("tokens are remembered in the database")
          .isEqualTo(401);
      assertThat(rows(db, "SELECT comment FROM feedback")).containsExactly(SECRET);
      assertThat(rows(db, "SELECT issuer FROM token")).containsExactly(Issuer.NAME);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(f -> f.toString().endsWith(".log"))).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whatIsPastItsTimeIsForgotten(Db db) throws Exception {
    try (Service service = service(db, "")) {
      JsonNode card = recode(service, "i-1");
      assertThat(send(service, item(card, "accepted", ""))).isEqualTo(200);
    }
    try (Connection c =
            db.url.contains("sqlite")
                ? DriverManager.getConnection(db.url)
                : DriverManager.getConnection(db.url, "postgres", "");
        Statement s = c.createStatement()) {
      s.execute("UPDATE decision SET decided_at = 1");
      s.execute("UPDATE feedback SET received_at = 1");
      s.execute("INSERT INTO token (issuer, jti, expires) VALUES ('i', 'j', 1)");
    }
    try (Service service = service(db, "")) {
      recode(service, "i-2");
      for (int i = 0; i < 200 && !rows(db, "SELECT card FROM feedback").isEmpty(); i++) {
        Thread.sleep(25);
      }
    }
    assertThat(rows(db, "SELECT card FROM feedback")).isEmpty();
    assertThat(rows(db, "SELECT jti FROM token")).isEmpty();
    assertThat(rows(db, "SELECT card FROM decision")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whatCanBeReadIsKeptAndEveryProblemIsNamed(Db db) throws Exception {
    try (Service service = service(db, "")) {
      HttpResponse<byte[]> response =
          Calls.post(
              service,
              PATH,
              Json.MAPPER.readTree(
                  "{\"feedback\":[{\"card\":\"c1\",\"outcome\":\"accepted\",\"outcomeTimestamp\":\"2026-11-23T11:20:31Z\"},"
                      + "{\"outcome\":\"ignored\",\"outcomeTimestamp\":\"today\"},7]}"),
              null);
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(new String(response.body(), StandardCharsets.UTF_8))
          .contains(
              "feedback[1].card is missing",
              "feedback[1].outcome is neither",
              "feedback[1].outcomeTimestamp",
              "feedback[2].card is missing");
      assertThat(rows(db, "SELECT card FROM feedback")).containsExactly("c1");
      for (String broken : List.of("[]", "{}", "{\"feedback\":{}}", "{\"feedback\":null}")) {
        assertThat(send(service, broken)).isEqualTo(400);
      }
    }
  }
}
