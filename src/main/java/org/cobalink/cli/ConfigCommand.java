package org.cobalink.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cobalink.server.settings.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "config",
    description = "Check the settings of the service, or show what holds.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class ConfigCommand implements Callable<Integer> {
  enum What {
    check,
    show
  }

  @Parameters(description = "check: every problem, exit code 2 if any. show: every setting.")
  What what;

  @Option(
      names = "--config",
      defaultValue = "${env:COBALINK_CONFIG}",
      description = "YAML file of settings (docs/operating.md); also $COBALINK_CONFIG.")
  Path config;

  @Override
  public Integer call() {
    SettingsReader read = new SettingsReader(Optional.ofNullable(config), System.getenv());
    if (what == What.show) {
      read.effective().forEach((k, v) -> System.out.println(k + ": " + v));
    }
    read.problems().forEach(p -> System.out.println("problem: " + p));
    if (what == What.check && read.problems().isEmpty()) {
      System.out.println("The settings are in order.");
    }
    return read.problems().isEmpty() ? 0 : 2;
  }
}
