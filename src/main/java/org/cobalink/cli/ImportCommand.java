package org.cobalink.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.NextEdition;
import org.cobalink.knowledge.NextEdition.Change;
import org.cobalink.knowledge.OrderFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description = {
      "Take in a year of ICD-10-CM from the official order zip of CMS: the year after the last one",
      "loaded, or the last one again. Tells what changes for our rows."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:written; no row is touched",
      "1:written; the rows named must be ended or changed before the tables load again",
      "2:refused; nothing was written"
    })
final class ImportCommand implements Callable<Integer> {
  @Parameters(arity = "1", paramLabel = "ZIP", description = "The zip as CMS publishes it.")
  Path zip;

  @Option(names = "--codes", description = "The official number of codes, to be checked.")
  Integer codes;

  @Option(names = "--billable", description = "The official number of billable codes.")
  Integer billable;

  @Option(
      names = "--out",
      description = "The table to write (default: src/main/knowledge/icd10cm.tsv.gz of this tree).")
  Path out;

  @Option(names = "--dry-run", description = "Only tell what would change.")
  boolean dryRun;

  @Override
  public Integer call() throws IOException {
    Knowledge knowledge = Knowledge.load();
    if (!Files.isReadable(zip)) {
      return refuse(List.of("no such file"));
    }
    OrderFile file;
    try {
      file = OrderFile.read(zip);
    } catch (java.util.zip.ZipException e) {
      return refuse(List.of("not a zip file"));
    }
    NextEdition next = new NextEdition(knowledge.icd10cm(), file);
    List<String> problems = new ArrayList<>(next.problems());
    if (codes != null && codes != file.codes().size()) {
      problems.add(file.codes().size() + " codes, not " + codes);
    }
    if (billable != null && billable != file.billable()) {
      problems.add(file.billable() + " billable codes, not " + billable);
    }
    if (!problems.isEmpty()) {
      return refuse(problems);
    }
    System.out.printf(
        "FY%d: %d codes, %d billable%n", file.year(), file.codes().size(), file.billable());
    List<Change> changes = next.changes();
    Map<Change.Kind, Integer> counts = new EnumMap<>(Change.Kind.class);
    changes.forEach(c -> counts.merge(c.kind(), 1, Integer::sum));
    counts.forEach(
        (k, n) ->
            System.out.printf(
                "  %-13s %d%n", k.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), n));
    boolean touched = touched(knowledge, changes, file.year());
    if (!dryRun) {
      Path target = out == null ? home().resolve("src/main/knowledge/icd10cm.tsv.gz") : out;
      next.write(target);
      System.out.println("written: " + target);
    }
    return touched ? 1 : 0;
  }

  private static Path home() {
    return Path.of(System.getProperty("cobalink.home", "."));
  }

  private Integer refuse(List<String> problems) {
    problems.forEach(p -> System.err.println("cobalink: " + zip + ": " + p));
    return 2;
  }

  /** Names the rows whose codes change; says whether one of them can no longer be used. */
  private static boolean touched(Knowledge knowledge, List<Change> changes, int year) {
    boolean lost = false;
    for (Change c : changes) {
      List<String> rows = knowledge.usersOf(c.code(), LocalDate.of(year, 1, 1));
      if (!rows.isEmpty()) {
        boolean gone = c.kind() == Change.Kind.DELETED || c.kind() == Change.Kind.NOW_HEADER;
        lost |= gone;
        System.out.printf(
            "  %s %s, used by %s%n",
            c.code(),
            c.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
            String.join(", ", rows));
      }
    }
    return lost;
  }
}
