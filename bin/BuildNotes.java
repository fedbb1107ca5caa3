import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Builds src/main/knowledge/notes.tsv: the instructional notes of the families that matter, with
 * the dates they hold and the editions in which they were read.
 *
 * <p>java -cp <jackson jars> bin/BuildNotes.java FOLDER OUT, where FOLDER holds notes/ (FY2021
 * tabular XML, FY2026 notes JSON), fy2027/ (Excludes lists) and b12_icd10cm_subset.csv (the
 * families, and the first year of each code).
 */
public class BuildNotes {
  static final Map<String, String> KINDS =
      Map.of(
          "excludes1", "excludes1", "excludes2", "excludes2", "codeFirst", "codeFirst",
          "useAdditionalCode", "useAdditional", "codeAlso", "codeAlso", "inclusionTerm", "inclusion",
          "includes", "inclusion");
  static final Pattern REF =
      Pattern.compile("([A-TV-Z][0-9][0-9A-Z](?:\\.[0-9A-Z]{1,4})?)(?:\\.?-(?:([A-TV-Z][0-9][0-9A-Z](?:\\.[0-9A-Z]{1,4})?))?)?");

  record Key(String code, String kind, String refs) {}

  static final class Note {
    String text;
    final Set<String> seen = new TreeSet<>();
  }

  static final Map<Key, Note> notes = new TreeMap<>(java.util.Comparator.comparing(Key::toString));
  static final Set<String> families = new TreeSet<>();
  static final Map<String, Integer> firstYear = new LinkedHashMap<>();
  static final Set<String> excludes2027 = new TreeSet<>();

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    for (String line : Files.readAllLines(folder.resolve("b12_icd10cm_subset.csv")).stream().skip(1).toList()) {
      List<String> cells = csv(line);
      families.add(cells.get(0).substring(0, 3));
      firstYear.put(dotted(cells.get(0)), Integer.parseInt(cells.get(4).replace("<=", "")));
    }
    readTabular(folder.resolve("notes/icd10cm_tabular_2021.xml.gz"));
    readJson(folder.resolve("notes/icd10cm_notes_FY2026.json.gz"));
    for (int kind = 1; kind <= 2; kind++) {
      for (String line : Files.readAllLines(folder.resolve("fy2027/excludes" + kind + "-selected.csv")).stream().skip(1).toList()) {
        List<String> cells = csv(line);
        excludes2027.add(cells.get(1).substring(0, 3));
        if (families.contains(cells.get(1).substring(0, 3))) {
          add(cells.get(1), "excludes" + kind, cells.get(4), "FY2027");
        }
      }
    }
    write(Path.of(args[1]));
  }

  static void readTabular(Path file) throws Exception {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
      for (Element chapter : children(root, "chapter")) {
        Matcher range = Pattern.compile("\\(([A-Z0-9]{3})-([A-Z0-9]{3})\\)").matcher(text(chapter, "desc"));
        range.find();
        readNotes(chapter, range.group(1) + "-" + range.group(2));
        for (Element section : children(chapter, "section")) {
          readNotes(section, section.getAttribute("id"));
          children(section, "diag").forEach(BuildNotes::readDiag);
        }
      }
    }
  }

  static void readDiag(Element diag) {
    String code = text(diag, "name");
    if (families.contains(code.substring(0, 3))) {
      readNotes(diag, code);
      children(diag, "diag").forEach(BuildNotes::readDiag);
    }
  }

  static void readNotes(Element of, String code) {
    boolean range = code.contains("-");
    if (range && families.stream().noneMatch(f -> f.compareTo(code.substring(0, 3)) >= 0 && f.compareTo(code.substring(4)) <= 0)) {
      return;
    }
    KINDS.forEach(
        (tag, kind) -> {
          for (Element group : children(of, tag)) {
            children(group, "note").forEach(n -> add(code, kind, n.getTextContent(), "FY2021"));
          }
        });
  }

  static void readJson(Path file) throws Exception {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      JsonNode codes = new ObjectMapper().readTree(in).path("codes");
      codes.properties().forEach(
          e -> {
            if (families.contains(e.getKey().substring(0, 3))) {
              KINDS.forEach((tag, kind) -> e.getValue().path(tag).forEach(n -> add(e.getKey(), kind, n.asText(), "FY2026")));
            }
          });
    }
  }

  static void add(String code, String kind, String text, String edition) {
    String plain = text.strip().replaceAll("\\s+", " ");
    String refs = kind.equals("inclusion") ? "" : refs(plain);
    Note note =
        notes.computeIfAbsent(
            new Key(code, kind, refs.isEmpty() ? plain.toLowerCase() : refs), k -> new Note());
    note.text = plain;
    note.seen.add(edition);
  }

  /** Codes a note names: D52 for "D52.-", E40-E64 for a range, E11.42 for "E08-E13 with .42". */
  static String refs(String text) {
    Set<String> found = new LinkedHashSet<>();
    Matcher parens = Pattern.compile("\\(([^()]*[A-TV-Z][0-9][^()]*)\\)").matcher(text);
    while (parens.find()) {
      String inside = parens.group(1);
      Matcher with = Pattern.compile("with (\\.[0-9, or.]+)").matcher(inside);
      boolean suffixed = with.find();
      Matcher m = REF.matcher(inside);
      while (m.find()) {
        if (suffixed && m.group(2) != null) {
          for (int n = Integer.parseInt(m.group(1).substring(1)); n <= Integer.parseInt(m.group(2).substring(1)); n++) {
            for (String s : with.group(1).split("[, or]+")) {
              found.add(String.format("%s%02d%s", m.group(1).charAt(0), n, s));
            }
          }
        } else if (!inside.contains("character")) {
          found.add(m.group(2) == null ? m.group(1) : m.group(1) + "-" + m.group(2));
        }
      }
    }
    return String.join(" ", found);
  }

  static void write(Path out) throws Exception {
    List<String> lines = new ArrayList<>(List.of("code\tkind\ttext\tnames\tfrom\tto\tread\tdoubt"));
    notes.forEach(
        (key, note) -> {
          if (key.kind().equals("excludes1") && note.seen.contains("FY2026") && isB12Pair(key)) {
            write(lines, key, note, "2015-10-01", "2026-03-31", "");
            write(lines, new Key(key.code(), "unverified", key.refs()), note, "2026-04-01", "2026-09-30",
                "The April 2026 addenda were not obtainable: whether this was Excludes1 or Excludes2 is not certain.");
            return;
          }
          write(lines, key, note, from(key, note), to(key, note), doubt(key, note));
        });
    Files.write(out, lines);
  }

  static boolean isB12Pair(Key key) {
    return (key.code().equals("D51") && key.refs().equals("E53.8")) || (key.code().equals("E53.8") && key.refs().equals("D51"));
  }

  static void write(List<String> lines, Key key, Note note, String from, String to, String doubt) {
    boolean coded = REF.matcher(key.refs()).lookingAt() && !key.kind().equals("inclusion");
    lines.add(String.join("\t", key.code(), key.kind(), note.text, coded ? key.refs() : "", from, to, String.join(" ", note.seen), doubt));
  }

  static String from(Key key, Note note) {
    int first = firstYear.getOrDefault(key.code(), 2016);
    if (key.code().equals("K90.82") && key.refs().equals("K91.2")) {
      return "2025-04-01";
    }
    String earliest = note.seen.iterator().next();
    int year = earliest.equals("FY2021") ? first : earliest.equals("FY2026") && first > 2021 ? first : Integer.parseInt(earliest.substring(2));
    return (year - 1) + "-10-01";
  }

  static String to(Key key, Note note) {
    boolean listed = key.kind().startsWith("excludes") && excludes2027.contains(key.code().substring(0, 3)) && !key.code().contains("-");
    if (listed && !note.seen.contains("FY2027")) {
      return note.seen.contains("FY2026") ? "2026-09-30" : "2025-09-30";
    }
    boolean inJson = !key.code().contains("-") && !key.kind().equals("codeAlso");
    return inJson && !note.seen.contains("FY2026") && !note.seen.contains("FY2027") ? "2025-09-30" : "";
  }

  static String doubt(Key key, Note note) {
    if (!note.seen.contains("FY2021") && note.seen.contains("FY2026") && firstYear.getOrDefault(key.code(), 2016) <= 2021) {
      return "Not in FY2021, in FY2026: the year it came in was not read.";
    }
    if (note.seen.size() == 1 && note.seen.contains("FY2021") && !to(key, note).isEmpty()) {
      return "In FY2021, no longer in FY2026: the year it went was not read.";
    }
    return "";
  }

  static List<Element> children(Element of, String tag) {
    List<Element> found = new ArrayList<>();
    for (Node n = of.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element e && e.getTagName().equals(tag)) {
        found.add(e);
      }
    }
    return found;
  }

  static String text(Element of, String tag) {
    return children(of, tag).get(0).getTextContent().strip();
  }

  static String dotted(String code) {
    return code.contains(".") || code.length() <= 3 ? code : code.substring(0, 3) + "." + code.substring(3);
  }

  static List<String> csv(String line) {
    List<String> cells = new ArrayList<>();
    Matcher m = Pattern.compile("(\"(?:[^\"]|\"\")*\"|[^,]*)(,|$)").matcher(line);
    while (m.find() && cells.size() < 20) {
      cells.add(m.group(1).replaceAll("^\"|\"$", "").replace("\"\"", "\""));
      if (m.group(2).isEmpty()) {
        break;
      }
    }
    return cells;
  }
}
