package org.cobalink.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.cobalink.Service;
import org.cobalink.fhir.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a security review sent to take the service down. The time limits are no measurements: what
 * they guard against took minutes, or never ended.
 */
@Tag("slow")
@Timeout(60)
class HostileTest {
  @TempDir static Path folder;
  private static Service service;
  private static Path database;

  @BeforeAll
  static void start() {
    database = folder.resolve("hostile.db");
    service = new Service(Map.of("COBALINK_STORE_URL", "jdbc:sqlite:" + database));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static HttpResponse<byte[]> call(ObjectNode request) {
    return Calls.post(service, Calls.PATH, request, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e-8000000", "-1e400"})
  void aNumberThatWouldFillPagesIsUnknown(String number) {
    ObjectNode request = Calls.recode();
    ((ObjectNode) request.at("/prefetch/b12Labs/entry/0/resource/valueQuantity"))
        .put("value", new BigDecimal(number));
    HttpResponse<byte[]> answer = call(request);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).hasSizeLessThan(100_000);
  }

  @Test
  void manyResourcesWithoutAnIdAreRead() {
    ObjectNode request = Calls.recode();
    ArrayNode entries =
        ((ObjectNode) request.path("prefetch"))
            .putObject("more")
            .put("resourceType", "Bundle")
            .putArray("entry");
    for (int i = 0; i < 100_000; i++) {
      entries.addObject().putObject("resource").put("resourceType", "X");
    }
    assertThat(call(request).statusCode()).isEqualTo(200);
  }

  @Test
  void aTextWithoutEndIsNotRead() throws Exception {
    ObjectNode request = Calls.recode();
    ((ObjectNode) request.at("/prefetch/encounterDiagnoses/entry/0/resource/code"))
        .put("text", "pernicious anemia due to B12 deficiency ".repeat(20_000));
    HttpResponse<byte[]> answer = call(request);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Json.MAPPER.readTree(answer.body()).at("/extension/org.cobalink.reviews/0/codes"))
        .isEmpty();
  }

  @Test
  void manyBrokenEntriesMakeNoLongAnswer() {
    ObjectNode request = Calls.recode();
    ArrayNode entries =
        ((ObjectNode) request.path("prefetch"))
            .putObject("more")
            .put("resourceType", "Bundle")
            .putArray("entry");
    for (int i = 0; i < 100_000; i++) {
      entries.add(0);
    }
    assertThat(call(request).body()).hasSizeLessThan(100_000);
  }

  @Test
  void tooMuchFeedbackAtOnceIsRefused() {
    ArrayNode items = Json.MAPPER.createArrayNode();
    for (int i = 0; i < 100_000; i++) {
      items.add(0);
    }
    HttpResponse<byte[]> answer =
        Calls.post(service, Calls.PATH + "/feedback", Map.of("feedback", items), null);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).hasSizeLessThan(1_000);
  }

  @Test
  void wordsInPlaceOfIdsAndCodesAreNotKept() throws Exception {
    String body =
        "{\"feedback\":[{\"card\":\"c-1\",\"outcome\":\"overridden\",\"outcomeTimestamp\":\"2026-11-23T11:20:31Z\","
            + "\"acceptedSuggestions\":[{\"id\":\"Jane Roe\"}],\"overrideReason\":{\"reason\":{\"code\":\"Jane Roe refused\",\"system\":\"Jane Roe said\"}}},"
            + "{\"card\":\"Jane Roe 1950\",\"outcome\":\"accepted\",\"outcomeTimestamp\":\"2026-11-23T11:20:31Z\"}]}";
    Calls.post(service, Calls.PATH + "/feedback", Json.MAPPER.readTree(body), null);
    for (String file : new String[] {"", "-wal"}) {
      Path kept = Path.of(database + file);
      if (Files.exists(kept)) {
        assertThat(Files.readString(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Jane Roe");
      }
    }
  }

  @Test
  void theDatabaseIsForItsOwnerAlone() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(database)))
        .isEqualTo("rw-------");
  }

  @Test
  void bytesThatAreNoTextAre400() {
    byte[] utf32 = {0, 0, 0, 0x7b, 0, 0, 0, 0x22, 0x7f, -1, -1, -1, 0x7f, -1, -1, -1};
    assertThat(service.post(utf32).statusCode()).isEqualTo(400);
  }

  @Test
  void traceIsNotOffered() {
    assertThat(
            service
                .send(
                    service
                        .request("/health/live")
                        .header("Cookie", "secret=1")
                        .method("TRACE", HttpRequest.BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(403);
  }

  /** An address of keys that answers its headers and then nothing. */
  @Test
  void keysThatNeverComeHoldNobodyUp() throws Exception {
    HttpServer hanging =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hanging.createContext(
        "/",
        e -> {
          e.sendResponseHeaders(200, 1_000);
          e.getResponseBody().write('{');
          e.getResponseBody().flush();
        });
    hanging.start();
    String jku = "http://127.0.0.1:" + hanging.getAddress().getPort() + "/jwks";
    try (Issuer issuer = new Issuer();
        Service one =
            new Service(
                Service.settings(
                    "publicUrl: https://c.example.org\nclients:\n  - {id: a, issuer: \""
                        + Issuer.NAME
                        + "\", jku: [\""
                        + jku
                        + "\", \""
                        + issuer.jku()
                        + "\"]}",
                    Map.of()))) {
      String token =
          Issuer.sign(
              issuer
                  .header(com.nimbusds.jose.JWSAlgorithm.ES384, issuer.ec)
                  .jwkURL(java.net.URI.create(jku))
                  .build(),
              Issuer.claims("https://c.example.org" + Calls.PATH).build(),
              issuer.ec);
      assertThat(Calls.post(one, Calls.PATH, Calls.recode(), token).statusCode()).isEqualTo(401);
      assertThat(
              Calls.post(
                      one,
                      Calls.PATH,
                      Calls.recode(),
                      issuer.token("https://c.example.org" + Calls.PATH))
                  .statusCode())
          .isEqualTo(200);
    } finally {
      hanging.stop(0);
    }
  }
}
