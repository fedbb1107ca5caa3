package org.cobalink.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.cobalink.knowledge.KnowledgeException;
import org.cobalink.server.settings.SettingsException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.TypeConversionException;

/** {@code cobalink}: serve, demo, review, codes, explain. */
@Command(
    name = "cobalink",
    description = "Is a vitamin B12 injection linked to a documented diagnosis?",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      ServeCommand.class,
      DemoCommand.class,
      ReviewCommand.class,
      CodesCommand.class,
      ExplainCommand.class,
      ConfigCommand.class,
      StatsCommand.class,
      TokenCommand.class,
      PackageCommand.class,
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done; for demo --once, every example answered as recorded",
      "1:an example or a review did not come out as it should",
      "2:wrong usage, or input or settings that cannot be used",
      "3:the knowledge tables are not fit for use",
      "4:the service could not start, for instance because the port is taken"
    })
public final class Main {
  /**
   * Libraries that speak of themselves at each start; held, as loggers nobody holds are forgotten.
   */
  private static final List<Logger> TALKATIVE =
      Stream.of("org.eclipse.jetty", "org.flywaydb", "com.zaxxer.hikari")
          .map(Logger::getLogger)
          .toList();

  private Main() {}

  /** Reads the version from the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"cobalink " + (version == null ? "(not built as a jar)" : version)};
    }
  }

  public static void main(String[] args) {
    TALKATIVE.forEach(l -> l.setLevel(Level.WARNING));
    System.exit(run(args));
  }

  /** Runs a command line and returns its exit code. */
  static int run(String... args) {
    return new CommandLine(new Main())
        .registerConverter(LocalDate.class, Main::date)
        .setExecutionExceptionHandler((e, line, parsed) -> report(e))
        .execute(args);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException("'" + text + "' is not a date like 2026-11-20");
    }
  }

  private static int report(Exception e) {
    System.err.println(
        "cobalink: " + (e.getMessage() == null ? e.getClass().getName() : e.getMessage()));
    return e instanceof SettingsException
        ? 2
        : e instanceof KnowledgeException ? 3 : e instanceof java.io.IOException ? 4 : 1;
  }
}
