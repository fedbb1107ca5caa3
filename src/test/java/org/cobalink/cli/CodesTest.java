package org.cobalink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cobalink.knowledge.Icd10cm;
import org.cobalink.knowledge.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code codes} and {@code codes import}, with order files as CMS shapes them. */
class CodesTest {
  private static final Icd10cm CODES = Knowledge.load().icd10cm();
  @TempDir Path folder;

  private static String run(int expected, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream errors = System.err;
    PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
    System.setErr(both);
    try {
      assertThat(CommandLineDoor.run(both, args))
          .as(() -> out.toString(StandardCharsets.UTF_8))
          .isEqualTo(expected);
    } finally {
      System.setErr(errors);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aCodeIsExplainedWithItsYearsNotesAndNeighbours() {
    assertThat(run(0, "codes", "d519", "--on", "2026-03-31"))
        .contains("D51.9 Vitamin B12 deficiency anemia, unspecified", "billable", "beside it D51.0")
        .contains("Excludes1 vitamin B12 deficiency (E53.8) at D51", "row       B12-ANEMIA");
  }

  @Test
  void theDateDecidesTheNoteBetweenAnemiaAndDeficiency() {
    assertThat(run(0, "codes", "E53.8", "--on", "2026-06-01"))
        .contains("Excludes? vitamin B12 deficiency anemia (D51.-)", "April 2026 addenda");
    assertThat(run(0, "codes", "E53.8", "--on", "2026-10-01"))
        .contains("Excludes2 vitamin B12 deficiency anemia (D51.-)")
        .contains("Excludes1 folate deficiency anemia (D52.-)");
  }

  @Test
  void aHeaderAndAnUnknownCodeEndWithOne() {
    assertThat(run(1, "codes", "M72.2", "--on", "2026-11-20")).contains("under it  M72.20");
    assertThat(run(1, "codes", "B12", "--on", "2026-11-20")).contains("is no ICD-10-CM code");
    assertThat(run(1, "codes", "D51.9", "--on", "2014-01-01")).contains("no edition");
    assertThat(run(2, "codes", "D51.9", "--on", "2026-13-01"))
        .contains("'2026-13-01' is not a date like 2026-11-20");
    assertThat(run(0, "codes", "u071", "--on", "2026-11-20")).startsWith("U07.1 COVID-19");
  }

  @Test
  void nextYearIsTakenInAndTheRowsItTouchesAreNamed() throws Exception {
    Path zip =
        orderFile(
            2028,
            line ->
                line.startsWith("D512 ")
                    ? null
                    : line.startsWith("D513 ") ? line + " (renamed)" : line);
    Path out = folder.resolve("icd10cm.tsv.gz");
    assertThat(run(1, "codes", "import", zip.toString(), "--out", out.toString()))
        .contains("FY2028: 98402 codes", "deleted       1", "retitled      1")
        .contains("D51.2 deleted, used by TRANSCOBALAMIN, contains.tsv", "DIET-ANEMIA");
    String table =
        new String(
            new GZIPInputStream(Files.newInputStream(out)).readAllBytes(), StandardCharsets.UTF_8);
    assertThat(table)
        .contains("D512\tB\t2016\t2027\tTranscobalamin II deficiency\n")
        .contains("D513\tB\t2016\t2027\tOther dietary vitamin B12 deficiency anemia\n")
        .contains("D513\tB\t2028\t2028\t")
        .contains("G63\tM\t2016\t2028\t");
  }

  @Test
  void aFileWhoseColumnsOrCountsAreOffIsRefusedAndNothingIsWritten() throws Exception {
    Path out = folder.resolve("refused.gz");
    assertThat(
            run(2, "codes", "import", orderFile(2028, l -> " " + l).toString(), "--out", "" + out))
        .contains("columns are not those of an order file");
    assertThat(
            run(
                2,
                "codes",
                "import",
                orderFile(2028, CodesTest::half).toString(),
                "--out",
                "" + out))
        .contains("against 98403 in FY2027");
    assertThat(run(2, "codes", "import", orderFile(2030, l -> l).toString(), "--out", "" + out))
        .contains("it is for FY2030; the last year loaded is FY2027");
    Path whole = orderFile(2028, l -> l);
    assertThat(run(2, "codes", "import", "" + whole, "--codes", "98404", "--out", "" + out))
        .contains("98403 codes, not 98404");
    Files.writeString(folder.resolve("text.zip"), "no zip");
    assertThat(run(2, "codes", "import", folder.resolve("text.zip").toString()))
        .contains("not a zip file");
    assertThat(out).doesNotExist();
  }

  private static String half(String line) {
    return line.compareTo("M") < 0 ? line : null;
  }

  /** The last edition as an order file of a year, changed line by line; null drops a line. */
  private Path orderFile(int year, UnaryOperator<String> change) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Icd10cm.Entry e : CODES.all()) {
      if (e.lastYear() == CODES.lastYear()) {
        String plain = e.code().replace(".", "");
        String line =
            String.format(
                Locale.ROOT,
                "%-7s %d %-60.60s %s",
                plain,
                e.billable() ? 1 : 0,
                e.title(),
                e.title());
        String changed = change.apply(line);
        if (changed != null) {
          lines.add(String.format(Locale.ROOT, "%05d %s", lines.size() + 1, changed));
        }
      }
    }
    Path zip = folder.resolve("order" + year + lines.size() + lines.get(0).length() + ".zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("icd10cm_order_" + year + ".txt"));
      out.write(String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1));
    }
    return zip;
  }
}
