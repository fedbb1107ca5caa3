package org.cobalink.knowledge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * One year's official ICD-10-CM order file of CMS ("code descriptions in tabular order"): order
 * number in columns 1 to 5, code in 7 to 13, 1 in column 15 where the code is billable, short title
 * from 17, long title from 78.
 */
public final class OrderFile {
  private static final Pattern NAME =
      Pattern.compile("(?:.*/)?icd10cm[-_]order[-_](?:.*?)(20\\d\\d)[^/]*\\.txt");
  private static final Pattern CODE = Pattern.compile("[A-Z][0-9A-Z]{2,6}");
  private final int year;
  private final NavigableMap<String, Line> codes = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  /** A code without its dot. */
  public record Line(String code, boolean billable, String title) {}

  private OrderFile(int year) {
    this.year = year;
  }

  /** Reads the order file in a zip as CMS publishes it. What is wrong with it is in problems(). */
  public static OrderFile read(Path zip) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      Optional<? extends ZipEntry> found =
          file.stream()
              .filter(e -> NAME.matcher(e.getName().toLowerCase(Locale.ROOT)).matches())
              .filter(e -> !e.getName().toLowerCase(Locale.ROOT).contains("addenda"))
              .findFirst();
      if (found.isEmpty()) {
        OrderFile none = new OrderFile(0);
        none.problems.add("the zip holds no icd10cm_order_20YY.txt");
        return none;
      }
      Matcher name = NAME.matcher(found.get().getName().toLowerCase(Locale.ROOT));
      OrderFile order = new OrderFile(name.matches() ? Integer.parseInt(name.group(1)) : 0);
      try (BufferedReader in =
          new BufferedReader(
              new InputStreamReader(
                  file.getInputStream(found.get()), StandardCharsets.ISO_8859_1))) {
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          if (!line.isBlank()) {
            order.add(line, ++number);
          }
        }
      }
      order.checkTree();
      return order;
    }
  }

  private void add(String line, int number) {
    boolean shaped = line.length() > 77 && line.charAt(5) == ' ' && line.charAt(15) == ' ';
    String code = shaped ? line.substring(6, 13).strip() : "";
    char flag = shaped ? line.charAt(14) : ' ';
    if (!CODE.matcher(code).matches() || (flag != '0' && flag != '1')) {
      problem("line " + number + ": columns are not those of an order file");
      return;
    }
    if (!line.substring(0, 5).strip().equals(String.format("%05d", number))) {
      problem("line " + number + ": order number " + line.substring(0, 5));
    }
    String title = line.substring(77).strip();
    if (codes.put(code, new Line(code, flag == '1', title)) != null || title.isEmpty()) {
      problem("line " + number + ": " + code + " given twice, or without a title");
    }
  }

  /** A header has codes under it, a billable code none, and every code stands under its header. */
  private void checkTree() {
    for (Line line : codes.values()) {
      String next = Optional.ofNullable(codes.higherKey(line.code())).orElse("");
      boolean parent = next.startsWith(line.code());
      if (parent == line.billable()) {
        problem(line.code() + (parent ? ": billable, with codes under it" : ": header of nothing"));
      }
      if (line.code().length() > 3 && !codes.containsKey(line.code().substring(0, 3))) {
        problem(line.code() + ": its category is missing");
      }
    }
  }

  private void problem(String text) {
    if (problems.size() < 20) {
      problems.add(text);
    }
  }

  /** The fiscal year in the file's name. */
  public int year() {
    return year;
  }

  public Map<String, Line> codes() {
    return codes;
  }

  public long billable() {
    return codes.values().stream().filter(Line::billable).count();
  }

  public List<String> problems() {
    return problems;
  }
}
