package org.cobalink.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.cobalink.Service;
import org.cobalink.fhir.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What those who run the service rely on: figures, health, certificates, limits. */
@Tag("slow")
class OperateTest {
  private static final String PASSWORD = "changeit";
  @TempDir Path folder;

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  @Test
  void metricsTellCallsAndReviewsAndNothingOfACharts() {
    try (Service service = new Service(Map.of())) {
      Calls.post(service, Calls.PATH, Calls.recode(), null);
      Calls.post(service, Calls.PATH, Map.of(), null);
      String metrics = text(service.send(service.request("/metrics")));
      assertThat(metrics)
          .contains("cobalink_calls_seconds_count{hook=\"order-sign\",status=\"200\"} 1")
          .contains("cobalink_calls_seconds_bucket{hook=\"order-sign\"")
          .contains("status=\"400\"")
          .contains("finding=\"codeUnspecific\"")
          .contains("jvm_memory_used_bytes")
          .doesNotContain("p1");
    }
  }

  @Test
  void metricsAndStatsOpenToTheTokenAlone() {
    Map<String, String> environment =
        Map.of("COBALINK_ADMIN_TOKEN", "look", "COBALINK_STORE_URL", "none");
    try (Service service = new Service(environment)) {
      for (String path : List.of("/metrics", "/stats")) {
        assertThat(service.send(service.request(path)).statusCode()).isEqualTo(401);
        assertThat(
                service
                    .send(service.request(path).header("Authorization", "Bearer loook"))
                    .statusCode())
            .isEqualTo(401);
        assertThat(
                service
                    .send(service.request(path).header("Authorization", "Bearer look"))
                    .statusCode())
            .isEqualTo(200);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"keystore", "pem"})
  void servesTlsWithHttp2AndTakesANewCertificate(String kind) throws Exception {
    Path store = folder.resolve("server.p12");
    certificate(store, "one");
    Path pem = folder.resolve("cert.pem");
    Path key = folder.resolve("key.pem");
    pem(store, pem, key);
    String tls =
        kind.equals("pem")
            ? "tls: {certificate: \"" + pem + "\", key: \"" + key + "\"}"
            : "tls: {keystore: \"" + store + "\", password: " + PASSWORD + "}";
    try (Service service = new Service(Service.settings(tls, Map.of()))) {
      URI uri = service.uri();
      assertThat(uri.getScheme()).isEqualTo("https");
      SSLContext trusting = trusting(store);
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .sslContext(trusting)
              .build()
              .send(
                  HttpRequest.newBuilder(
                          URI.create("https://localhost:" + uri.getPort() + "/cds-services"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
      Path second = folder.resolve("second.p12");
      certificate(second, "two");
      pem(second, pem, key);
      Files.move(second, store, StandardCopyOption.REPLACE_EXISTING);
      String name = "";
      for (int i = 0; i < 100 && !name.contains("CN=two"); i++) {
        Thread.sleep(200);
        name = subject(uri.getPort());
      }
      assertThat(name).contains("CN=two");
    }
  }

  private static void certificate(Path store, String name) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "2",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
  }

  private static KeyStore load(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  private static void pem(Path store, Path certificate, Path key) throws Exception {
    KeyStore keys = load(store);
    Files.writeString(certificate, pem("CERTIFICATE", keys.getCertificate("server").getEncoded()));
    Files.writeString(
        key, pem("PRIVATE KEY", keys.getKey("server", PASSWORD.toCharArray()).getEncoded()));
  }

  private static String pem(String what, byte[] bytes) {
    return "-----BEGIN "
        + what
        + "-----\n"
        + java.util.Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
        + "\n-----END "
        + what
        + "-----\n";
  }

  private static SSLContext trusting(Path store) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", load(store).getCertificate("server"));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  /** The name in the certificate that is served now, whoever signed it. */
  private static String subject(int port) throws Exception {
    SSLContext any = SSLContext.getInstance("TLS");
    any.init(
        null,
        new javax.net.ssl.TrustManager[] {
          new javax.net.ssl.X509ExtendedTrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] c, String a, Socket s) {}

            @Override
            public void checkServerTrusted(X509Certificate[] c, String a, Socket s) {}

            @Override
            public void checkClientTrusted(
                X509Certificate[] c, String a, javax.net.ssl.SSLEngine e) {}

            @Override
            public void checkServerTrusted(
                X509Certificate[] c, String a, javax.net.ssl.SSLEngine e) {}

            @Override
            public void checkClientTrusted(X509Certificate[] c, String a) {}

            @Override
            public void checkServerTrusted(X509Certificate[] c, String a) {}

            @Override
            public X509Certificate[] getAcceptedIssuers() {
              return new X509Certificate[0];
            }
          }
        },
        null);
    try (SSLSocket socket = (SSLSocket) any.getSocketFactory().createSocket("127.0.0.1", port)) {
      socket.startHandshake();
      return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
          .getSubjectX500Principal()
          .getName();
    }
  }

  @Test
  void moreCallsThanCanBeAnsweredAtOnceAreTurnedAwayAndToldWhenToComeBack() throws Exception {
    try (Service service = new Service(Map.of("COBALINK_MAX_CALLS_AT_ONCE", "1"))) {
      byte[] body = Json.MAPPER.writeValueAsBytes(Calls.recode());
      try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), service.uri().getPort())) {
        OutputStream out = slow.getOutputStream();
        out.write(
            ("POST "
                    + Calls.PATH
                    + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/json\r\nContent-Length: "
                    + body.length
                    + "\r\n\r\n{")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        HttpResponse<byte[]> turned = null;
        for (int i = 0; i < 100 && (turned == null || turned.statusCode() != 503); i++) {
          Thread.sleep(20);
          turned = Calls.post(service, Calls.PATH, Calls.recode(), null);
        }
        assertThat(turned.statusCode()).isEqualTo(503);
        assertThat(turned.headers().firstValue("Retry-After")).contains("1");
        assertThat(text(turned)).contains("OperationOutcome");
        assertThat(service.send(service.request("/health/ready")).statusCode()).isEqualTo(200);
      }
      HttpResponse<byte[]> again = null;
      for (int i = 0; i < 100 && (again == null || again.statusCode() != 200); i++) {
        Thread.sleep(20);
        again = Calls.post(service, Calls.PATH, Calls.recode(), null);
      }
      assertThat(again.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whatIsUnderWayIsAnsweredBeforeTheServiceStops() throws Exception {
    byte[] body = Json.MAPPER.writeValueAsBytes(Calls.recode());
    Service service = new Service(Map.of());
    try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), service.uri().getPort())) {
      OutputStream out = slow.getOutputStream();
      out.write(
          ("POST "
                  + Calls.PATH
                  + " HTTP/1.1\r\nHost: localhost\r\n"
                  + "Content-Type: application/json\r\nContent-Length: "
                  + body.length
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.write(body, 0, 100);
      out.flush();
      Thread.sleep(300);
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(service::close);
      Thread.sleep(300);
      out.write(body, 100, body.length - 100);
      out.flush();
      byte[] head = slow.getInputStream().readNBytes(15);
      assertThat(new String(head, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200 OK");
      stopped.join();
    }
  }

  @Test
  void theTrafficOfThePublicSandboxIsAnswered() throws Exception {
    try (Service service = new Service(Map.of("COBALINK_PROFILE", "sandbox"))) {
      List<Path> requests = new ArrayList<>();
      try (var files = Files.list(Path.of("src/test/traffic"))) {
        files.sorted().forEach(requests::add);
      }
      assertThat(requests).isNotEmpty();
      for (Path file : requests) {
        ObjectNode recorded = (ObjectNode) Json.MAPPER.readTree(Files.readAllBytes(file));
        List<String> headers = new ArrayList<>();
        headers.add("Origin");
        headers.add(recorded.at("/headers/origin").asText());
        JsonNode body = recorded.path("body");
        boolean feedback = file.toString().contains("feedback");
        HttpResponse<byte[]> answer =
            Calls.send(service, feedback ? Calls.PATH + "/feedback" : Calls.PATH, body, headers);
        assertThat(answer.statusCode()).as(file.toString()).isEqualTo(feedback ? 404 : 200);
      }
    }
  }
}
