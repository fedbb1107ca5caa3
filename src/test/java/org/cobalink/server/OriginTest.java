package org.cobalink.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.cobalink.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Web pages: which may call, and by which name (checklist item 73). */
class OriginTest {
  private static Service open;

  @BeforeAll
  static void start() {
    open = new Service(Map.of("COBALINK_CORS", "https://sandbox.cds-hooks.org"));
  }

  @AfterAll
  static void stop() {
    open.close();
  }

  private static HttpResponse<byte[]> preflight(String origin) {
    return open.send(
        open.request(Calls.PATH)
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "authorization,content-type")
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://sandbox.cds-hooks.org", "http://localhost:8080", "http://127.0.0.1:9"})
  void aListedPageAndOneOfLoopbackMayCall(String origin) {
    HttpResponse<byte[]> answer = preflight(origin);
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(origin);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
        .contains("Authorization", "Content-Type");
    HttpResponse<byte[]> call =
        Calls.send(open, Calls.PATH, Calls.recode(), List.of("Origin", origin));
    assertThat(call.statusCode()).isEqualTo(200);
    assertThat(call.headers().firstValue("Access-Control-Allow-Origin")).contains(origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example.org",
        "http://localhost.evil.example.org",
        "https://sandbox.cds-hooks.org.evil.example.org",
        "null"
      })
  void anyOtherPageMayNot(String origin) {
    assertThat(preflight(origin).statusCode()).isEqualTo(403);
    HttpResponse<byte[]> call =
        Calls.send(open, Calls.PATH, Calls.recode(), List.of("Origin", origin));
    assertThat(call.statusCode()).isEqualTo(403);
    assertThat(call.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  /** A page elsewhere whose name was made to lead to loopback (DNS rebinding). */
  @ParameterizedTest
  @ValueSource(strings = {"evil.example.org", "evil.example.org:8095", "127.0.0.1.nip.io", ""})
  void byAnotherNameTheOpenServiceIsNotReached(String host) throws IOException {
    assertThat(statusByName(host)).contains(host.isEmpty() ? " 40" : " 403");
  }

  @Test
  void byItsOwnNamesItIs() throws IOException {
    for (String host : List.of("localhost", "localhost:8095", "127.0.0.1", "[::1]:80")) {
      assertThat(statusByName(host)).contains(" 200");
    }
  }

  private static String statusByName(String host) throws IOException {
    try (Socket socket = new Socket(open.uri().getHost(), open.uri().getPort())) {
      socket
          .getOutputStream()
          .write(
              ("GET /cds-services HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }
}
