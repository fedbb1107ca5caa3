package org.cobalink.knowledge;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The whole ICD-10-CM classification, FY2016 to the last year loaded, by date of service (source
 * ICD10CM-ORDER).
 */
public final class Icd10cm {
  private static final Pattern SHAPE =
      Pattern.compile("(?=.*[0-9])[A-Z][0-9A-Z]{2}(\\.?[0-9A-Z]{1,4})?");
  private final CodeTable table;
  private final int firstYear;
  private final int lastYear;

  /**
   * How a code stands in a year: a header needs more characters, a manifestation is never first.
   */
  public enum Standing {
    HEADER,
    BILLABLE,
    MANIFESTATION
  }

  /** One code, dotted, over the fiscal years in which it had this standing and title. */
  public record Entry(String code, Standing standing, int firstYear, int lastYear, String title) {
    public boolean billable() {
      return standing != Standing.HEADER;
    }
  }

  Icd10cm(Problems problems) {
    table = CodeTable.read(problems);
    // The first code (A00) is in every edition.
    String first = table.from(0).limit(1).mapToObj(table::code).findFirst().orElse("");
    List<Entry> runs = history(first);
    firstYear = runs.isEmpty() ? 0 : runs.get(0).firstYear();
    lastYear = runs.isEmpty() ? 0 : runs.get(runs.size() - 1).lastYear();
  }

  /** The first fiscal year loaded. */
  public int firstYear() {
    return firstYear;
  }

  /** The last fiscal year loaded. */
  public int lastYear() {
    return lastYear;
  }

  /** The edition of a date of service, or nothing for a date outside the years loaded. */
  public Optional<Edition> edition(LocalDate date) {
    int year = fiscalYear(date);
    return year < firstYear || year > lastYear
        ? Optional.empty()
        : Optional.of(Edition.of(date, year));
  }

  /** Every line of the table as it stands. */
  public List<Entry> all() {
    return table.from(0).mapToObj(table::entry).toList();
  }

  /** The codes of a date that begin with these characters, the code itself left out. */
  public List<Entry> under(String prefix, LocalDate date) {
    String plain = dotted(prefix).replace(".", "");
    int year = fiscalYear(date);
    return table
        .from(key(plain))
        .takeWhile(i -> table.code(i).startsWith(plain))
        .filter(i -> table.holds(i, year) && !table.code(i).equals(plain))
        .mapToObj(table::entry)
        .toList();
  }

  /** The fiscal year of a date: it begins on 1 October of the year before. */
  public static int fiscalYear(LocalDate date) {
    return date.getMonthValue() >= 10 ? date.getYear() + 1 : date.getYear();
  }

  /**
   * The code with its dot and in upper case: {@code e538} is E53.8. Other texts come back as they
   * are.
   */
  public static String dotted(String code) {
    String c = code.strip().toUpperCase(Locale.ROOT);
    if (c.contains(".") || c.length() <= 3 || !SHAPE.matcher(c).matches()) {
      return c;
    }
    return c.substring(0, 3) + "." + c.substring(3);
  }

  /** The entry that holds on the date, header or not. */
  public Optional<Entry> find(String code, LocalDate date) {
    int year = fiscalYear(date);
    return table
        .of(key(dotted(code)))
        .filter(line -> table.holds(line, year))
        .mapToObj(table::entry)
        .findFirst();
  }

  /** Every entry of a code, oldest first. */
  public List<Entry> history(String code) {
    return table.of(key(dotted(code))).mapToObj(table::entry).toList();
  }

  private static byte[] key(String dotted) {
    return dotted.replace(".", "").getBytes(StandardCharsets.UTF_8);
  }

  /** How many codes are in an edition, headers included. */
  public long count(int year, boolean billableOnly) {
    return table
        .from(0)
        .filter(i -> table.holds(i, year))
        .filter(i -> !billableOnly || table.entry(i).billable())
        .count();
  }
}
