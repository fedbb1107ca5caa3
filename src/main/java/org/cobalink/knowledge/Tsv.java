package org.cobalink.knowledge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cobalink.terms.DateRange;

/** A table with one header line and tab-separated cells, read whole. */
final class Tsv {
  private Tsv() {}

  /**
   * One line.
   *
   * @param columns where each column stands; the same map for all lines of a table
   */
  record Line(String table, int number, Map<String, Integer> columns, List<String> cells) {
    String get(String column) {
      Integer at = columns.get(column);
      if (at == null) {
        throw new IllegalArgumentException(this + ": no column " + column);
      }
      return cells.get(at);
    }

    List<String> words(String column) {
      String cell = get(column);
      return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(" "));
    }

    /** The line with something else for a part of its cells. */
    Line with(String part, String other) {
      List<String> replaced = cells.stream().map(c -> c.replace(part, other)).toList();
      return new Line(table, number, columns, replaced);
    }

    DateRange dates(Problems problems) {
      LocalDate from = date("from", problems);
      LocalDate to = get("to").isEmpty() ? DateRange.NO_END : date("to", problems);
      if (to.isBefore(from)) {
        problems.add(this + ": ends before it begins");
      }
      return new DateRange(from, to);
    }

    LocalDate date(String column, Problems problems) {
      try {
        return LocalDate.parse(get(column));
      } catch (DateTimeException e) {
        problems.add(this + ": " + column + " is not a date: '" + get(column) + "'");
        return LocalDate.EPOCH;
      }
    }

    @Override
    public String toString() {
      return table + ".tsv line " + number;
    }
  }

  static List<Line> read(String table, Problems problems) {
    InputStream stream = Tsv.class.getResourceAsStream("/knowledge/" + table + ".tsv");
    if (stream == null) {
      problems.add(table + ".tsv is missing");
      return List.of();
    }
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      String first = in.readLine();
      if (first == null) {
        problems.add(table + ".tsv is empty");
        return List.of();
      }
      List<String> header = List.of(first.split("\t", -1));
      Map<String, Integer> columns = new HashMap<>();
      header.forEach(c -> columns.put(c, header.indexOf(c)));
      List<Line> lines = new ArrayList<>();
      int number = 1;
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        number++;
        List<String> cells = Arrays.stream(text.split("\t", -1)).map(String::strip).toList();
        if (cells.size() != header.size()) {
          String counts = cells.size() + " cells, not " + header.size();
          problems.add(table + ".tsv line " + number + ": " + counts);
        } else {
          lines.add(new Line(table, number, columns, cells));
        }
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
