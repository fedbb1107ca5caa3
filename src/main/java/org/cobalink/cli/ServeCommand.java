package org.cobalink.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cobalink.server.CobalinkServer;
import org.cobalink.server.operate.JsonLogs;
import org.cobalink.server.settings.Settings;
import org.cobalink.server.settings.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "serve",
    description = "Serve CDS Hooks until stopped; without a configuration on loopback only.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--config",
      defaultValue = "${env:COBALINK_CONFIG}",
      description = "YAML file of settings (docs/operating.md); also $COBALINK_CONFIG.")
  Path config;

  @Option(names = "--port", description = "Port, 0 for any free one; 8095 unless configured.")
  Integer port;

  @Option(names = "--max-body", description = "Most bytes of a request body.")
  Integer maxBody;

  @Option(
      names = "--store",
      description =
          "JDBC URL of the database, or none; a SQLite file cobalink.db unless configured.")
  String store;

  @Option(
      names = "--profile",
      description = "Client profile of whoever calls (docs/integrating.md).")
  String profile;

  @Option(
      names = "--insecure",
      description = "Serve others than loopback without asking who calls.")
  boolean insecure;

  @Override
  public Integer call() throws Exception {
    Settings settings = new SettingsReader(Optional.ofNullable(config), environment()).settings();
    if (settings.jsonLogs()) {
      JsonLogs.install();
    }
    CobalinkServer server = CobalinkServer.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(server::drain, "stop"));
    System.out.println("Serving CDS Hooks at " + server.uri() + "/cds-services");
    System.out.flush();
    server.join();
    return 0;
  }

  /** Options win over the environment, as that wins over the file. */
  private Map<String, String> environment() {
    Map<String, String> all = new HashMap<>(System.getenv());
    put(all, "COBALINK_PORT", port);
    put(all, "COBALINK_MAX_BODY_BYTES", maxBody);
    put(all, "COBALINK_STORE_URL", store);
    put(all, "COBALINK_PROFILE", profile);
    put(all, "COBALINK_INSECURE", insecure ? true : null);
    return all;
  }

  private static void put(Map<String, String> all, String variable, Object value) {
    if (value != null) {
      all.put(variable, value.toString());
    }
  }
}
