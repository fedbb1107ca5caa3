package org.cobalink.jpaserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.cobalink.cases.GoldenCase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JpaServerIT {
  private static JpaServer server;

  @BeforeAll
  static void start() {
    server = new JpaServer(Map.of());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void smoke() {
    System.out.println(server.get("/cds-services").body().substring(0, 200));
    System.out.println(server.get("/fhir/metadata").statusCode());
    StoredCase c = new StoredCase(GoldenCase.all().get(3), 3);
    HttpResponse<String> stored = server.post("/fhir", c.transaction());
    System.out.println(stored.statusCode() + stored.body());
    System.out.println(server.get("/fhir/Patient/" + c.patient() + "/$b12-review").body());
    System.out.println(server.get("/fhir/Encounter/" + c.encounter() + "/$b12-review").body());
    JsonNode a = JpaServer.json(server.post("/fhir/$b12-review", c.chart()));
    System.out.println(a);
    assertThat(stored.statusCode()).isEqualTo(200);
  }
}
