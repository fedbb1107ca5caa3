package org.cobalink.knowledge;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.cobalink.knowledge.Icd10cm.Entry;
import org.cobalink.knowledge.Icd10cm.Standing;

/**
 * The classification with one more year, or with its last year replaced: what an official order
 * file changes, and the table with it.
 */
public final class NextEdition {
  /** A year's count may differ from the year before by this share before a file is refused. */
  private static final double PLAUSIBLE = 0.05;

  private static final String MANIFESTATION = "in diseases classified elsewhere";
  private final Icd10cm loaded;
  private final OrderFile file;
  private final int before;
  private final Map<String, Entry> last = new HashMap<>();

  public NextEdition(Icd10cm loaded, OrderFile file) {
    this.loaded = loaded;
    this.file = file;
    this.before = file.year() == loaded.lastYear() ? file.year() - 1 : loaded.lastYear();
    loaded.all().stream()
        .filter(e -> e.firstYear() <= before && before <= e.lastYear())
        .forEach(e -> last.put(e.code().replace(".", ""), e));
  }

  /** Why the file cannot be taken; empty where it can. */
  public List<String> problems() {
    List<String> found = new ArrayList<>(file.problems());
    if (file.year() != loaded.lastYear() && file.year() != loaded.lastYear() + 1) {
      found.add("it is for FY" + file.year() + "; the last year loaded is FY" + loaded.lastYear());
    }
    int count = file.codes().size();
    if (Math.abs(count - last.size()) > PLAUSIBLE * last.size()) {
      found.add(count + " codes, against " + last.size() + " in FY" + before);
    }
    return found;
  }

  /** A code that is new, gone, of another standing, or of another title. */
  public record Change(String code, Kind kind, String was, String is) {
    /** What became of it. */
    public enum Kind {
      ADDED,
      DELETED,
      NOW_HEADER,
      NOW_BILLABLE,
      RETITLED
    }
  }

  public List<Change> changes() {
    List<Change> found = new ArrayList<>();
    for (OrderFile.Line line : file.codes().values()) {
      Entry was = last.get(line.code());
      String code = Icd10cm.dotted(line.code());
      if (was == null) {
        found.add(new Change(code, Change.Kind.ADDED, "", line.title()));
      } else if (was.billable() != line.billable()) {
        Change.Kind kind = line.billable() ? Change.Kind.NOW_BILLABLE : Change.Kind.NOW_HEADER;
        found.add(new Change(code, kind, was.title(), line.title()));
      } else if (!was.title().equals(line.title())) {
        found.add(new Change(code, Change.Kind.RETITLED, was.title(), line.title()));
      }
    }
    last.values().stream()
        .filter(e -> !file.codes().containsKey(e.code().replace(".", "")))
        .map(e -> new Change(e.code(), Change.Kind.DELETED, e.title(), ""))
        .sorted(java.util.Comparator.comparing(Change::code))
        .forEach(found::add);
    return found;
  }

  /** Writes the table with the year in it. */
  public void write(Path out) throws IOException {
    Map<String, List<Entry>> table = new TreeMap<>();
    for (Entry e : loaded.all()) {
      boolean only = e.firstYear() > before;
      if (!only) {
        Entry ended =
            new Entry(
                e.code(), e.standing(), e.firstYear(), Math.min(e.lastYear(), before), e.title());
        table.computeIfAbsent(e.code().replace(".", ""), k -> new ArrayList<>()).add(ended);
      }
    }
    for (OrderFile.Line line : file.codes().values()) {
      add(table.computeIfAbsent(line.code(), k -> new ArrayList<>()), line);
    }
    Path temporary = out.resolveSibling(out.getFileName() + ".new");
    try (OutputStream bytes = Files.newOutputStream(temporary);
        Writer text = new OutputStreamWriter(new Best(bytes), StandardCharsets.UTF_8)) {
      for (Map.Entry<String, List<Entry>> code : table.entrySet()) {
        for (Entry e : code.getValue()) {
          text.write(
              String.join(
                      "\t",
                      code.getKey(),
                      e.standing().name().substring(0, 1),
                      String.valueOf(e.firstYear()),
                      String.valueOf(e.lastYear()),
                      e.title())
                  + "\n");
        }
      }
    }
    Files.move(temporary, out, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  /** Prolongs the code's last run of years where nothing changed, else begins a new one. */
  private void add(List<Entry> runs, OrderFile.Line line) {
    Entry latest = runs.isEmpty() ? null : runs.get(runs.size() - 1);
    boolean known = latest != null && latest.standing() == Standing.MANIFESTATION;
    boolean manifestation =
        line.billable() && (latest == null ? line.title().contains(MANIFESTATION) : known);
    Standing standing =
        manifestation
            ? Standing.MANIFESTATION
            : line.billable() ? Standing.BILLABLE : Standing.HEADER;
    boolean same =
        latest != null
            && latest.lastYear() == file.year() - 1
            && latest.standing() == standing
            && latest.title().equals(line.title());
    int first = same ? latest.firstYear() : file.year();
    Entry run = new Entry(line.code(), standing, first, file.year(), line.title());
    if (same) {
      runs.set(runs.size() - 1, run);
    } else {
      runs.add(run);
    }
  }

  private static final class Best extends GZIPOutputStream {
    Best(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
