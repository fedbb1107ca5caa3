package org.cobalink.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.cobalink.server.CobalinkServer;
import org.cobalink.server.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "serve",
    description = "Serve CDS Hooks on loopback until stopped.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      defaultValue = "8095",
      description = "Port, 0 for any free one (${DEFAULT-VALUE}).")
  int port;

  @Option(
      names = "--max-body",
      defaultValue = "" + Settings.DEFAULT_MAX_BODY,
      description = "Most bytes of a request body (${DEFAULT-VALUE}).")
  int maxBody;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (port < 0 || port > 65_535 || maxBody < 1) {
      throw new ParameterException(
          spec.commandLine(), "--port is 0 to 65535, --max-body at least 1");
    }
    Settings settings = new Settings("127.0.0.1", port, maxBody, Duration.ofSeconds(30));
    CobalinkServer server = CobalinkServer.start(settings);
    System.out.println("Serving CDS Hooks at " + server.uri() + "/cds-services");
    System.out.flush();
    server.join();
    return 0;
  }
}
