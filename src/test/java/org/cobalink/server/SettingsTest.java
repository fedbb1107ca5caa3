package org.cobalink.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.cobalink.Service;
import org.cobalink.server.settings.Settings;
import org.cobalink.server.settings.SettingsException;
import org.junit.jupiter.api.Test;

/** Settings: every problem is named at once, and nothing unsafe starts by mistake. */
class SettingsTest {
  @Test
  void everyProblemIsNamedAtOnce() {
    String yaml =
        """
        prot: 8095
        idleSeconds: many
        maxBodyBytes: 3
        insecure: perhaps
        logs: xml
        profile: nobody
        cors: ["sandbox"]
        tls: {certificate: /nowhere.pem}
        store: {url: "jdbc:oracle:x", retentionDays: 0}
        clients:
          - id: a
            issuer: https://a.example.org
            algorithms: [none, HS256]
            fhirServers: ["ftp://x", "https://u:p@ehr.example.org"]
            surprise: 1
          - issuer: https://b.example.org
            jku: http://b.example.org/jwks
            profile: epic
        profiles:
          mine: {extends: nothing, actionsPerSuggestion: 1, reason: yes, cdsHooks: "1", withoutRules: [USE-FEET]}
        """;
    assertThatThrownBy(() -> Service.settings(yaml, Map.of("COBALINK_HOTS", "x")))
        .isInstanceOfSatisfying(
            SettingsException.class,
            e ->
                assertThat(String.join("\n", e.problems()))
                    .contains(
                        "prot is not a setting",
                        "idleSeconds is a whole number",
                        "maxBodyBytes is a whole number",
                        "insecure is true or false",
                        "logs is json or text",
                        "profile is none of",
                        "cors: not an origin",
                        "tls needs either",
                        "tls: cannot read /nowhere.pem",
                        "store.url is none, or",
                        "store.retentionDays is a whole number",
                        "algorithms: none is none of",
                        "algorithms: HS256 is none of",
                        "fhirServers is not a plain http or https URL",
                        "clients.0.surprise is not a setting",
                        "clients: a: jku or jwks is missing",
                        "clients.1.id is missing",
                        "jku must be https",
                        "publicUrl is missing",
                        "profiles.mine.extends",
                        "profiles.mine.selectionBehavior must be any",
                        "profiles.mine.reason is not a setting",
                        "profiles.mine.cdsHooks",
                        "withoutRules: no payer rule has the id USE-FEET",
                        "COBALINK_HOTS is not a setting"));
  }

  @Test
  void withoutClientsNobodyButLoopbackIsServedUnlessTold() {
    for (String host : new String[] {"0.0.0.0", "::", "192.0.2.1", "cobalink.example.org"}) {
      assertThatThrownBy(() -> Service.settings("host: \"" + host + "\"", Map.of()))
          .hasMessageContaining("no client is configured");
      assertThat(
              Service.settings("host: \"" + host + "\"", Map.of("COBALINK_INSECURE", "true"))
                  .insecure())
          .isTrue();
    }
    for (String host : new String[] {"127.0.0.1", "127.0.0.2", "::1", "localhost"}) {
      assertThat(Service.settings("host: \"" + host + "\"", Map.of()).host()).isEqualTo(host);
    }
  }

  @Test
  void theEnvironmentWinsOverTheFile() {
    Settings settings =
        Service.settings(
            "port: 1\nstore: {retentionDays: 3}\ncors: [\"https://a.example.org\"]",
            Map.of(
                "COBALINK_PORT", "2",
                "COBALINK_STORE_RETENTION_DAYS", "4",
                "COBALINK_CORS", "https://b.example.org, https://c.example.org",
                "COBALINK_JAVA_OPTS", "-Xmx1g"));
    assertThat(settings.port()).isEqualTo(2);
    assertThat(settings.storage().retention().toDays()).isEqualTo(4);
    assertThat(settings.cors())
        .containsExactlyInAnyOrder("https://b.example.org", "https://c.example.org");
  }

  @Test
  void aFileThatIsNotYamlIsSaidSo() {
    assertThatThrownBy(() -> Service.settings("port: [1", Map.of()))
        .hasMessageContaining("not YAML")
        .hasMessageContaining("line");
    assertThatThrownBy(() -> Service.settings("port: 1\nport: 2", Map.of()))
        .hasMessageContaining("not YAML");
  }
}
