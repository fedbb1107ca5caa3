package org.cobalink.knowledge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.cobalink.knowledge.Icd10cm.Entry;
import org.cobalink.knowledge.Icd10cm.Standing;

/**
 * The lines of icd10cm.tsv.gz in the order of their undotted codes, kept as the bytes they are: 10
 * MB, no object per code and nothing read before it is asked for. A line is the place of its first
 * byte.
 */
final class CodeTable {
  private static final int FIRST_YEAR = 2;
  private static final int LAST_YEAR = 3;
  private final byte[] bytes;

  private CodeTable(byte[] bytes) {
    this.bytes = bytes;
  }

  static CodeTable read(Problems problems) {
    try (InputStream in = CodeTable.class.getResourceAsStream("/knowledge/icd10cm.tsv.gz")) {
      if (in == null) {
        problems.add("icd10cm.tsv.gz is missing");
        return new CodeTable(new byte[0]);
      }
      return new CodeTable(unpacked(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Into an array of the size that the last four bytes tell (RFC 1952, ISIZE), without copies. */
  private static byte[] unpacked(byte[] packed) throws IOException {
    ByteBuffer end = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
    byte[] bytes = new byte[end.getInt(packed.length - Integer.BYTES)];
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16)) {
      in.readNBytes(bytes, 0, bytes.length);
    }
    return bytes;
  }

  /** The lines from this one on. */
  IntStream from(int line) {
    return IntStream.iterate(line, i -> i < bytes.length, this::next);
  }

  private int next(int line) {
    int at = line;
    while (bytes[at] != '\n') {
      at++;
    }
    return at + 1;
  }

  private int lineOf(int place) {
    int at = place;
    while (at > 0 && bytes[at - 1] != '\n') {
      at--;
    }
    return at;
  }

  private int firstYear(int line) {
    return year(line, FIRST_YEAR);
  }

  private int lastYear(int line) {
    return year(line, LAST_YEAR);
  }

  boolean holds(int line, int year) {
    return firstYear(line) <= year && year <= lastYear(line);
  }

  /** Four digits in the cell, read without making a text of it. */
  private int year(int line, int cell) {
    int at = line;
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
    int end = line;
    while (bytes[end] != '\t') {
      end++;
    }
    return new String(bytes, line, end - line, StandardCharsets.UTF_8);
  }

  Entry entry(int line) {
    String text = new String(bytes, line, next(line) - 1 - line, StandardCharsets.UTF_8);
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

  /** The lines from the first one on whose code is this one or stands behind it. */
  IntStream from(byte[] code) {
    int low = 0;
    int high = bytes.length;
    while (low < high) {
      int mid = lineOf((low + high) >>> 1);
      if (compare(mid, code) < 0) {
        low = next(mid);
      } else {
        high = mid;
      }
    }
    return from(low);
  }

  /** The lines of a code, oldest first. */
  IntStream of(byte[] code) {
    return from(code).takeWhile(line -> compare(line, code) == 0);
  }

  private int compare(int line, byte[] code) {
    for (int i = 0; ; i++) {
      boolean lineEnds = bytes[line + i] == '\t';
      boolean codeEnds = i == code.length;
      if (lineEnds || codeEnds) {
        return lineEnds ? (codeEnds ? 0 : -1) : 1;
      }
      int difference = bytes[line + i] - code[i];
      if (difference != 0) {
        return difference;
      }
    }
  }
}
