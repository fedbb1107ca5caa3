package org.cobalink.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * The whole ICD-10-CM classification, FY2016 to the last year loaded, by date of service (source
 * ICD10CM-ORDER). Kept as the bytes of the table and the places of its lines: 10 MB, no object per
 * code.
 */
public final class Icd10cm {
  private static final Pattern SHAPE =
      Pattern.compile("(?=.*[0-9])[A-Z][0-9A-Z]{2}(\\.?[0-9A-Z]{1,4})?");
  private final byte[] table;
  private final int[] lines;
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
    table = read(problems);
    int[] starts = new int[table.length / 40 + 1];
    int count = 0;
    for (int i = 0; i < table.length; i++) {
      if (i == 0 || table[i - 1] == '\n') {
        starts[count++] = i;
      }
    }
    lines = Arrays.copyOf(starts, count);
    IntSummaryStatistics years = new IntSummaryStatistics();
    for (int line = 0; line < lines.length; line++) {
      years.accept(year(line, 2));
      years.accept(year(line, 3));
    }
    firstYear = years.getMin();
    lastYear = years.getMax();
  }

  /** A year of a line: four digits in the cell, read without making a text of it. */
  private int year(int line, int cell) {
    int at = lines[line];
    for (int tabs = 0; tabs < cell; at++) {
      tabs += table[at] == '\t' ? 1 : 0;
    }
    int year = 0;
    for (int i = 0; i < 4; i++) {
      year = year * 10 + table[at + i] - '0';
    }
    return year;
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
    List<Entry> found = new ArrayList<>(lines.length);
    for (int i = 0; i < lines.length; i++) {
      found.add(entry(i, dotted(codeAt(i))));
    }
    return found;
  }

  private String codeAt(int line) {
    int end = lines[line];
    while (table[end] != '\t') {
      end++;
    }
    return new String(table, lines[line], end - lines[line], StandardCharsets.UTF_8);
  }

  /** The codes of a date that begin with these characters, the code itself left out. */
  public List<Entry> under(String prefix, LocalDate date) {
    String plain = dotted(prefix).replace(".", "");
    int year = fiscalYear(date);
    List<Entry> found = new ArrayList<>();
    for (int i = lowerBound(plain.getBytes(StandardCharsets.UTF_8)); i < lines.length; i++) {
      String code = codeAt(i);
      if (!code.startsWith(plain)) {
        break;
      }
      Entry e = entry(i, dotted(code));
      if (!code.equals(plain) && e.firstYear() <= year && year <= e.lastYear()) {
        found.add(e);
      }
    }
    return found;
  }

  private static byte[] read(Problems problems) {
    try (InputStream in = Icd10cm.class.getResourceAsStream("/knowledge/icd10cm.tsv.gz")) {
      if (in == null) {
        problems.add("icd10cm.tsv.gz is missing");
        return new byte[0];
      }
      return new GZIPInputStream(in, 1 << 16).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    String dotted = dotted(code);
    byte[] key = key(dotted);
    for (int i = lowerBound(key); i < lines.length && compare(i, key) == 0; i++) {
      if (year(i, 2) <= year && year <= year(i, 3)) {
        return Optional.of(entry(i, dotted));
      }
    }
    return Optional.empty();
  }

  private static byte[] key(String dotted) {
    return dotted.replace(".", "").getBytes(StandardCharsets.UTF_8);
  }

  /** Every entry of a code, oldest first. */
  public List<Entry> history(String code) {
    String dotted = dotted(code);
    byte[] key = key(dotted);
    List<Entry> found = new ArrayList<>(1);
    for (int i = lowerBound(key); i < lines.length && compare(i, key) == 0; i++) {
      found.add(entry(i, dotted));
    }
    return found;
  }

  /** How many codes are in an edition, headers included. */
  public long count(int year, boolean billableOnly) {
    long count = 0;
    for (int i = 0; i < lines.length; i++) {
      Entry e = entry(i, "");
      if (e.firstYear() <= year && year <= e.lastYear() && (!billableOnly || e.billable())) {
        count++;
      }
    }
    return count;
  }

  private int lowerBound(byte[] key) {
    int low = 0;
    int high = lines.length;
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (compare(mid, key) < 0) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  private int compare(int line, byte[] key) {
    int start = lines[line];
    for (int i = 0; ; i++) {
      boolean lineEnds = table[start + i] == '\t';
      boolean keyEnds = i == key.length;
      if (lineEnds || keyEnds) {
        return lineEnds ? (keyEnds ? 0 : -1) : 1;
      }
      int difference = table[start + i] - key[i];
      if (difference != 0) {
        return difference;
      }
    }
  }

  private Entry entry(int line, String dotted) {
    int end = line + 1 < lines.length ? lines[line + 1] - 1 : table.length - 1;
    String text = new String(table, lines[line], end - lines[line], StandardCharsets.UTF_8);
    String[] cells = text.split("\t", -1);
    Standing standing =
        switch (cells[1]) {
          case "H" -> Standing.HEADER;
          case "M" -> Standing.MANIFESTATION;
          default -> Standing.BILLABLE;
        };
    return new Entry(
        dotted, standing, Integer.parseInt(cells[2]), Integer.parseInt(cells[3]), cells[4]);
  }
}
