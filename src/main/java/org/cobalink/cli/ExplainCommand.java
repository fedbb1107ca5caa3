package org.cobalink.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cobalink.knowledge.Knowledge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "explain",
    description = "Explain a row, a finding or a golden case.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:explained", "2:no row, finding or case of that name"})
final class ExplainCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "NAME",
      description = "A row id (B12-ANEMIA), a finding (linkUnclear), or a case by its file name.")
  List<String> names;

  @Option(names = "--page", description = "A finding as the Markdown page of docs/findings.")
  boolean page;

  @Override
  public Integer call() throws IOException {
    Knowledge knowledge = Knowledge.load();
    boolean all = true;
    for (String name : names) {
      Optional<String> written =
          page ? new FindingPage(knowledge).write(name, casesOf(name)) : Optional.empty();
      if (written.isPresent()) {
        System.out.print(written.get());
        continue;
      }
      Optional<String> text = new Explainer(knowledge).explain(name).or(() -> goldenCase(name));
      text.ifPresent(System.out::print);
      if (text.isPresent()) {
        casesOf(name).forEach(c -> System.out.println("  case       " + c));
      } else {
        System.err.println("cobalink: no row, finding or case is called " + name);
        all = false;
      }
    }
    return all ? 0 : 2;
  }

  /** The cases stand in the source tree; an installed jar has none. */
  private static Path folder() {
    return Path.of(System.getProperty("cobalink.home", "."), "src", "test", "cases");
  }

  private static Optional<String> goldenCase(String name) {
    Path file = folder().resolve(name.endsWith(".yaml") ? name : name + ".yaml");
    try {
      return Files.isRegularFile(file)
          ? Optional.of(name.replace('-', ' ') + "\n" + Files.readString(file))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> casesOf(String name) throws IOException {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .filter(f -> names(f, name))
          .map(f -> f.getFileName().toString().replace(".yaml", ""))
          .sorted()
          .toList();
    }
  }

  /** Whether a case gives the row among its rows, or expects the finding. */
  private static boolean names(Path file, String name) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(l -> l.startsWith("rows:") || l.startsWith("expect:"))
          .anyMatch(l -> l.matches(".*[\\[, ]" + java.util.regex.Pattern.quote(name) + "[],].*"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
