package org.cobalink.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cobalink.server.settings.Settings;
import org.cobalink.server.settings.SettingsReader;
import org.cobalink.server.store.Stats;
import org.cobalink.server.store.StoredJournal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "stats",
    description = "Cards shown, accepted and overridden, by finding, client and month.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class StatsCommand implements Callable<Integer> {
  @Option(
      names = "--config",
      defaultValue = "${env:COBALINK_CONFIG}",
      description = "YAML file of settings (docs/operating.md); also $COBALINK_CONFIG.")
  Path config;

  @Option(
      names = "--least",
      defaultValue = "5",
      description = "Figures from 1 to below this are not told (${DEFAULT-VALUE}).")
  int least;

  @Override
  public Integer call() {
    Settings settings = new SettingsReader(Optional.ofNullable(config), System.getenv()).settings();
    if (!settings.storage().isKept()) {
      System.out.println("Nothing is kept: store.url is none.");
      return 0;
    }
    String file = settings.storage().url().replaceFirst("^jdbc:sqlite:", "");
    if (!file.startsWith("jdbc:") && !Files.exists(Path.of(file))) {
      System.out.println("There is no database " + file + " here.");
      return 2;
    }
    System.out.println("month\tclient\tfinding\tshown\taccepted\toverridden\treasons");
    try (StoredJournal journal =
        new StoredJournal(settings.storage(), settings.clients(), Clock.systemUTC())) {
      for (Stats.Line l : journal.stats().lines(least)) {
        System.out.println(
            String.join(
                "\t",
                l.month(),
                l.client(),
                l.finding(),
                l.shown(),
                l.accepted(),
                l.overridden(),
                l.reasons().toString()));
      }
    }
    return 0;
  }
}
