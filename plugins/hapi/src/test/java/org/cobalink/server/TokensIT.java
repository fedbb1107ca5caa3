package org.cobalink.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cobalink.jpaserver.JpaServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cobalink.config}: the clients of a settings file, and nobody else, may call. */
class TokensIT {
  private static final String URL = "https://fhir.example.org";
  private static final String DOOR = "/cds-services/b12-injection";

  private static HttpResponse<String> feedback(JpaServer server, String token) {
    HttpRequest.Builder request =
        server
            .request(DOOR + "/feedback")
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"feedback\":[{\"card\":\"4e0a3a1e-ebd3-4e2c-8b6f-3fd2f2d7a001\","
                        + "\"outcome\":\"overridden\",\"outcomeTimestamp\":\"2026-11-20T10:00:00Z\"}]}"));
    return server.send(
        token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
  }

  @Test
  void onlyConfiguredClientsMayCall(@TempDir Path folder) throws Exception {
    try (Issuer issuer = new Issuer()) {
      Path config = folder.resolve("cobalink.yaml");
      Files.writeString(
          config,
          "publicUrl: %s\nclients:\n  - {id: north, issuer: \"%s\", jku: \"%s\"}\n"
              .formatted(URL, Issuer.NAME, issuer.jku()));
      try (JpaServer server = new JpaServer(Map.of("cobalink.config", config.toString()))) {
        assertThat(server.get("/cds-services").statusCode()).isEqualTo(200);
        assertThat(feedback(server, "").statusCode()).isEqualTo(401);
        assertThat(feedback(server, "x.y.z").statusCode()).isEqualTo(401);
        String token = issuer.token(URL + DOOR);
        assertThat(feedback(server, token).statusCode()).isEqualTo(200);
        assertThat(feedback(server, token).statusCode()).isEqualTo(401);
        assertThat(server.get("/fhir/AuditEvent?entity-name=b12-injection").body())
            .contains("\"name\":\"north\"");
      }
    }
  }
}
