package org.cobalink.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sections of a clinical note, by their headings (sections.tsv). Only the Assessment counts as
 * what the clinician assessed; a note without that heading has none.
 */
public final class Sections {
  private static final String ASSESSMENT = "assessment";

  /** "Assessment:", "## A/P", "**Impression and Plan**", "ASSESSMENT", "A: ..." */
  private static final Pattern LINE =
      Pattern.compile("^[\\s#*_>=-]*([A-Za-z][A-Za-z /&.-]{0,40}?)[\\s*_=]*(:[\\s*_]*(.*)|)$");

  /** The same headings within a note that came as one line: "S: ... O: ... A: ... P: ..." */
  private static final Pattern WITHIN =
      Pattern.compile("(?<=^|[.;!?] |[.;!?]  )([A-Za-z][A-Za-z/& ]{0,25}):(?=\\s)");

  /** "1. ", "#2 ", "- ", "• ", "[x] " before what an entry of a list says. */
  private static final Pattern BULLET =
      Pattern.compile(
          "^\\s*(?:#?\\d{1,2}[.):]?\\s+|[-*•·–#]+\\s*|\\[x\\]\\s*)+", Pattern.CASE_INSENSITIVE);

  private static final Pattern NUMBER = Pattern.compile("^\\s*#?\\d{1,2}[.):]?\\s+\\D");

  private final Map<String, String> kinds = new HashMap<>();
  private final List<String> sources = new ArrayList<>();

  Sections(Problems problems) {
    for (Tsv.Line line : Tsv.read("sections", problems)) {
      String kind = line.get("kind");
      problems.check(
          kind.equals(ASSESSMENT) || kind.equals("other"), line + ": no kind of section: " + kind);
      kinds.put(line.get("heading"), kind);
      sources.addAll(line.words("source"));
      line.date("checked", problems);
    }
  }

  List<String> sources() {
    return sources;
  }

  /**
   * The entries of the Assessment section of a note, without their bullets; none where it has none.
   */
  public List<String> assessment(String note) {
    List<String> found = new ArrayList<>();
    List<String> inside = new ArrayList<>();
    boolean isInside = false;
    for (String line : lines(note)) {
      Matcher m = LINE.matcher(line);
      String kind = m.matches() ? kinds.get(heading(m.group(1))) : null;
      if (kind != null && isHeading(line, m)) {
        found.addAll(entries(inside));
        inside.clear();
        isInside = kind.equals(ASSESSMENT);
        inside.add(isInside && m.group(3) != null ? m.group(3) : "");
      } else if (isInside) {
        inside.add(line);
      }
    }
    found.addAll(entries(inside));
    return found;
  }

  /**
   * The entries of a list: a number or a bullet begins one. Lines under a number, under a heading
   * ("Ruled out:") and without a bullet go on with what stands before them, for they may take it
   * back.
   */
  public List<String> entries(List<String> lines) {
    List<String> found = new ArrayList<>();
    boolean numbered = false;
    boolean overList = false;
    for (String line : lines) {
      boolean number = NUMBER.matcher(line).find();
      boolean bullet = !number && BULLET.matcher(line).lookingAt();
      boolean begins = found.isEmpty() || number || (bullet && !numbered && !overList);
      String text = (begins ? BULLET.matcher(line).replaceFirst("") : line).strip();
      if (text.isEmpty()) {
        continue;
      }
      if (begins) {
        found.add(text);
      } else {
        found.set(found.size() - 1, found.get(found.size() - 1) + "\n" + text);
      }
      numbered = begins ? number : numbered;
      overList = text.endsWith(":") || (overList && bullet);
    }
    return found;
  }

  /** A heading ends with a colon, or stands alone: marked, in capitals, or capitalized. */
  private static boolean isHeading(String line, Matcher m) {
    String words = m.group(1).strip();
    return m.group(3) != null
        || line.strip().startsWith("#")
        || line.strip().startsWith("*")
        || (words.length() > 1 && Character.isUpperCase(words.charAt(0)));
  }

  private static List<String> lines(String note) {
    String text = note.replace("\r", "");
    return List.of(
        (text.contains("\n") ? text : WITHIN.matcher(text).replaceAll("\n$1:")).split("\n"));
  }

  private static String heading(String words) {
    return words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
