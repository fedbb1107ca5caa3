package org.cobalink.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.cobalink.knowledge.Icd10cm.Entry;
import org.cobalink.knowledge.Icd10cm.Standing;

/**
 * The lines of icd10cm.tsv.gz in the order of their undotted codes, kept as bytes and the places of
 * the lines: 10 MB, no object per code.
 */
final class CodeTable {
  private static final int FIRST_YEAR = 2;
  private static final int LAST_YEAR = 3;
  private final byte[] bytes;
  private final int[] lines;

  private CodeTable(byte[] bytes) {
    this.bytes = bytes;
    int[] starts = new int[1 << 17];
    int count = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (i == 0 || bytes[i - 1] == '\n') {
        starts = count < starts.length ? starts : Arrays.copyOf(starts, 2 * count);
        starts[count++] = i;
      }
    }
    lines = Arrays.copyOf(starts, count);
  }

  static CodeTable read(Problems problems) {
    try (InputStream in = CodeTable.class.getResourceAsStream("/knowledge/icd10cm.tsv.gz")) {
      if (in == null) {
        problems.add("icd10cm.tsv.gz is missing");
        return new CodeTable(new byte[0]);
      }
      return new CodeTable(new GZIPInputStream(in, 1 << 16).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int size() {
    return lines.length;
  }

  int firstYear(int line) {
    return year(line, FIRST_YEAR);
  }

  int lastYear(int line) {
    return year(line, LAST_YEAR);
  }

  boolean holds(int line, int year) {
    return firstYear(line) <= year && year <= lastYear(line);
  }

  /** Four digits in the cell, read without making a text of it. */
  private int year(int line, int cell) {
    int at = lines[line];
    for (int tabs = 0; tabs < cell; at++) {
      tabs += bytes[at] == '\t' ? 1 : 0;
    }
    int year = 0;
    for (int i = 0; i < 4; i++) {
      year = year * 10 + bytes[at + i] - '0';
    }
    return year;
  }

  /** The code of a line, without its dot. */
  String code(int line) {
    int end = lines[line];
    while (bytes[end] != '\t') {
      end++;
    }
    return new String(bytes, lines[line], end - lines[line], StandardCharsets.UTF_8);
  }

  Entry entry(int line) {
    int end = line + 1 < lines.length ? lines[line + 1] - 1 : bytes.length - 1;
    String text = new String(bytes, lines[line], end - lines[line], StandardCharsets.UTF_8);
    String[] cells = text.split("\t", -1);
    Standing standing =
        switch (cells[1]) {
          case "H" -> Standing.HEADER;
          case "M" -> Standing.MANIFESTATION;
          default -> Standing.BILLABLE;
        };
    return new Entry(
        cells[0].length() > 3 ? cells[0].substring(0, 3) + "." + cells[0].substring(3) : cells[0],
        standing,
        Integer.parseInt(cells[FIRST_YEAR]),
        Integer.parseInt(cells[LAST_YEAR]),
        cells[4]);
  }

  /** The first line whose code is this one or stands behind it. */
  int from(byte[] code) {
    int low = 0;
    int high = lines.length;
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (compare(mid, code) < 0) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  boolean isOf(int line, byte[] code) {
    return line < lines.length && compare(line, code) == 0;
  }

  private int compare(int line, byte[] code) {
    int start = lines[line];
    for (int i = 0; ; i++) {
      boolean lineEnds = bytes[start + i] == '\t';
      boolean codeEnds = i == code.length;
      if (lineEnds || codeEnds) {
        return lineEnds ? (codeEnds ? 0 : -1) : 1;
      }
      int difference = bytes[start + i] - code[i];
      if (difference != 0) {
        return difference;
      }
    }
  }
}
