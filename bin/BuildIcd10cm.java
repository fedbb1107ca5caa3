import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.zip.*;

/**
 * Builds src/main/knowledge/icd10cm.tsv.gz from the official files. Run by hand, by bin/build-icd10cm:
 * FOLDER holds order-files/cms_20YY_dx.zip, fy2027/*.csv and the Medicare Code Editor lists.
 *
 * One line for each run of years in which a code had the same standing and title:
 * code, H(eader), B(illable) or M (billable manifestation code), first and last fiscal year, title.
 */
class BuildIcd10cm {
  record Entry(char standing, String title) {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Set<String> manifestations = new HashSet<>();
    new ObjectMapper()
        .readTree(folder.resolve("mce_manifestation_and_unacceptable_pdx.json").toFile())
        .get("manifestation_not_pdx")
        .fieldNames()
        .forEachRemaining(manifestations::add);
    TreeMap<String, TreeMap<Integer, Entry>> all = new TreeMap<>();
    Map<String, Entry> last = Map.of();
    for (int year = 2016; year <= 2026; year++) {
      last = order(folder.resolve("order-files/cms_" + year + "_dx.zip"), year, manifestations);
      put(all, year, last);
    }
    Map<String, Entry> next = fy2027(folder.resolve("fy2027"), last, manifestations);
    long billable = next.values().stream().filter(e -> e.standing() != 'H').count();
    if (next.size() != 98_403 || billable != 74_879) {
      throw new IllegalStateException("FY2027: " + next.size() + " codes, " + billable + " billable");
    }
    put(all, 2027, next);
    try (var out = new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(Path.of(args[1]))) {
      { def.setLevel(Deflater.BEST_COMPRESSION); }
    }, StandardCharsets.UTF_8)) {
      for (var code : all.entrySet()) {
        Entry run = null;
        int from = 0, to = 0;
        for (var year : code.getValue().entrySet()) {
          if (run != null && run.equals(year.getValue()) && year.getKey() == to + 1) {
            to = year.getKey();
            continue;
          }
          if (run != null) {
            write(out, code.getKey(), run, from, to);
          }
          run = year.getValue();
          from = to = year.getKey();
        }
        write(out, code.getKey(), run, from, to);
      }
    }
    System.out.println(all.size() + " codes over all years");
  }

  static void put(TreeMap<String, TreeMap<Integer, Entry>> all, int year, Map<String, Entry> edition) {
    edition.forEach((c, e) -> all.computeIfAbsent(c, k -> new TreeMap<>()).put(year, e));
    System.out.println("FY" + year + " " + edition.size() + " codes, "
        + edition.values().stream().filter(e -> e.standing() != 'H').count() + " billable");
  }

  static void write(Writer out, String code, Entry e, int from, int to) throws IOException {
    out.write(code + '\t' + e.standing() + '\t' + from + '\t' + to + '\t' + e.title() + '\n');
  }

  static char standing(boolean billable, String code, Set<String> manifestations) {
    return !billable ? 'H' : manifestations.contains(code) ? 'M' : 'B';
  }

  static Map<String, Entry> order(Path zip, int year, Set<String> manifestations) throws IOException {
    Map<String, Entry> edition = new HashMap<>();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      ZipEntry entry = file.stream()
          .filter(e -> e.getName().toLowerCase(Locale.ROOT).matches("(.*/)?icd10cm.order.[^/]*" + year + "[^/]*\\.txt")
              && !e.getName().contains("addenda"))
          .findFirst().orElseThrow();
      var in = new BufferedReader(new InputStreamReader(file.getInputStream(entry), StandardCharsets.ISO_8859_1));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.isBlank()) continue;
        String code = line.substring(6, 14).strip();
        edition.put(code, new Entry(standing(line.charAt(14) == '1', code, manifestations), line.substring(77).strip()));
      }
    }
    return edition;
  }

  static Map<String, Entry> fy2027(Path folder, Map<String, Entry> last, Set<String> m) throws IOException {
    Map<String, Entry> edition = new HashMap<>(last);
    for (List<String> r : csv(folder.resolve("deleted.csv"))) edition.remove(r.get(0));
    for (List<String> r : csv(folder.resolve("added.csv")))
      edition.put(r.get(0), new Entry(standing(r.get(2).equals("true"), r.get(0), m), r.get(5)));
    for (List<String> r : csv(folder.resolve("revised.csv")))
      edition.computeIfPresent(r.get(0), (c, e) -> new Entry(e.standing(), r.get(4)));
    for (List<String> r : csv(folder.resolve("billable-status-changes.csv")))
      edition.computeIfPresent(r.get(0), (c, e) -> new Entry(standing(r.get(3).equals("true"), c, m), e.title()));
    return edition;
  }

  static List<List<String>> csv(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file).subList(1, Files.readAllLines(file).size())) {
      List<String> cells = new ArrayList<>();
      StringBuilder cell = new StringBuilder();
      boolean quoted = false;
      for (char c : line.toCharArray()) {
        if (c == '"') quoted = !quoted;
        else if (c == ',' && !quoted) { cells.add(cell.toString()); cell.setLength(0); }
        else cell.append(c);
      }
      cells.add(cell.toString());
      rows.add(cells);
    }
    return rows;
  }
}
