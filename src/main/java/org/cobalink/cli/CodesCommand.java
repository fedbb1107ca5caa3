package org.cobalink.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cobalink.knowledge.Edition;
import org.cobalink.knowledge.Icd10cm;
import org.cobalink.knowledge.Icd10cm.Entry;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.Notes.Note;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "codes",
    description = "Explain an ICD-10-CM code on a date, or take in next year's edition.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = ImportCommand.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:a billable code of that date", "1:no code, or not billable, on that date"})
final class CodesCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "CODE", description = "With or without its dot.")
  String code;

  @Option(names = "--on", description = "Date of service (YYYY-MM-DD; default today).")
  LocalDate on;

  @Spec CommandSpec spec;

  private Knowledge knowledge;
  private LocalDate date;

  @Override
  public Integer call() {
    if (code == null) {
      throw new ParameterException(spec.commandLine(), "no code given");
    }
    knowledge = Knowledge.load();
    date = on == null ? LocalDate.now(java.time.ZoneId.systemDefault()) : on;
    Icd10cm codes = knowledge.icd10cm();
    String dotted = Icd10cm.dotted(code);
    Optional<Edition> edition = codes.edition(date);
    if (edition.isEmpty()) {
      say("%s: no edition; FY%d to FY%d are loaded", date, codes.firstYear(), codes.lastYear());
      return 1;
    }
    Optional<Entry> found = codes.find(dotted, date);
    say("%s %s", dotted, found.map(Entry::title).orElse("is no ICD-10-CM code on " + date));
    say("  on        %s, %s", date, edition.get());
    found.ifPresent(e -> say("  standing  %s", standing(e)));
    codes.history(dotted).forEach(e -> say("  years     %s", years(e)));
    found.ifPresent(e -> notes(dotted));
    neighbours(dotted);
    found.ifPresent(e -> rows(dotted));
    return found.filter(Entry::billable).isPresent() ? 0 : 1;
  }

  private static String standing(Entry e) {
    return switch (e.standing()) {
      case HEADER -> "header: needs more characters";
      case BILLABLE -> "billable";
      case MANIFESTATION -> "billable, manifestation: never first or alone (I.A.13)";
    };
  }

  private static String years(Entry e) {
    return String.format(
        Locale.ROOT,
        "FY%d to FY%d, %s: %s",
        e.firstYear(),
        e.lastYear(),
        e.standing().name().toLowerCase(Locale.ROOT),
        e.title());
  }

  private void notes(String dotted) {
    for (Note n : knowledge.notes().of(dotted, date)) {
      String at = n.owner().equals(dotted) ? "" : " at " + n.owner();
      say("  %-9s %s%s  [read in %s]", label(n), n.text(), at, String.join(", ", n.read()));
      n.doubt().ifPresent(d -> say("            doubt: %s", d));
    }
  }

  private static String label(Note n) {
    return switch (n.kind()) {
      case EXCLUDES1 -> "Excludes1";
      case EXCLUDES2 -> "Excludes2";
      case CODE_FIRST -> "codefirst";
      case USE_ADDITIONAL -> "use add.";
      case CODE_ALSO -> "code also";
      case INCLUSION -> "includes";
      case UNVERIFIED -> "Excludes?";
    };
  }

  private void neighbours(String dotted) {
    Icd10cm codes = knowledge.icd10cm();
    String parent = parent(dotted);
    List<Entry> under = codes.under(dotted, date);
    if (!under.isEmpty()) {
      under.forEach(e -> say("  under it  %s", named(e)));
    } else if (!parent.isEmpty()) {
      codes.find(parent, date).ifPresent(e -> say("  header    %s", named(e)));
      codes.under(parent, date).stream()
          .filter(e -> !e.code().equals(dotted) && e.code().length() == dotted.length())
          .forEach(e -> say("  beside it %s", named(e)));
    }
  }

  private static String named(Entry e) {
    return e.code() + " " + e.title() + (e.billable() ? "" : " (header)");
  }

  /** The nearest header: D51 of D51.9, K90.82 of K90.829. */
  private static String parent(String dotted) {
    String shorter = dotted.length() > 3 ? dotted.substring(0, dotted.length() - 1) : "";
    return shorter.endsWith(".") ? shorter.substring(0, shorter.length() - 1) : shorter;
  }

  private void rows(String dotted) {
    knowledge.usersOf(dotted, date).forEach(id -> say("  row       %s", id));
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values).stripTrailing());
  }
}
