package org.cobalink.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cobalink.terms.DateRange;

/**
 * The instructional notes of the tabular list for the families that matter (notes.tsv), with the
 * dates they hold and the editions they were read in. A note of a chapter, block or category holds
 * for every code in it.
 */
public final class Notes {
  private final Map<String, List<Note>> byOwner = new HashMap<>();
  private final Map<Note, CodeRange> ofRanges = new LinkedHashMap<>();

  /**
   * What a note asks. UNVERIFIED: Excludes1 or Excludes2, not known which. INCLUSION: a term that
   * the code takes in.
   */
  public enum Kind {
    EXCLUDES1,
    EXCLUDES2,
    CODE_FIRST,
    USE_ADDITIONAL,
    CODE_ALSO,
    INCLUSION,
    UNVERIFIED
  }

  /**
   * One note.
   *
   * @param owner the code, category, block or chapter (E40-E46) it stands at
   * @param names the codes it names: E53.8, a category D52, or a range
   * @param read the editions in which it was read
   */
  public record Note(
      String owner,
      Kind kind,
      String text,
      List<CodeRange> names,
      DateRange dates,
      List<String> read,
      Optional<String> doubt) {
    boolean speaksOf(String code) {
      return names.stream().anyMatch(n -> n.covers(code));
    }
  }

  Notes(Problems problems) {
    for (Tsv.Line l : Tsv.read("notes", problems)) {
      Note note =
          new Note(
              l.get("code"),
              Row.constant(
                  Kind.class,
                  l.get("kind").replaceAll("([A-Z])", "_$1").toUpperCase(java.util.Locale.ROOT),
                  Kind.INCLUSION,
                  l,
                  problems),
              l.get("text"),
              l.words("names").stream().map(CodeRange::parse).toList(),
              l.dates(problems),
              l.words("read"),
              Row.optional(l.get("doubt")));
      if (note.owner().contains("-")) {
        ofRanges.put(note, CodeRange.parse(note.owner()));
      } else {
        byOwner.computeIfAbsent(note.owner(), k -> new ArrayList<>()).add(note);
      }
    }
  }

  /** The notes that hold for a code on a date: its own first, then those of what it is part of. */
  public List<Note> of(String code, LocalDate date) {
    List<Note> found = new ArrayList<>();
    for (String owner = code; owner.length() >= 3; owner = parent(owner)) {
      found.addAll(byOwner.getOrDefault(owner, List.of()));
    }
    ofRanges.forEach(
        (note, range) -> {
          if (range.covers(code)) {
            found.add(note);
          }
        });
    found.removeIf(n -> !n.dates().holds(date));
    return found;
  }

  /** The Excludes1 note, of either code, that keeps the two from standing together on a date. */
  public Optional<Note> excludes1(String a, String b, LocalDate date) {
    return excluding(a, b, date).or(() -> excluding(b, a, date));
  }

  private Optional<Note> excluding(String owner, String other, LocalDate date) {
    for (Note n : of(owner, date)) {
      boolean excludes = n.kind() == Kind.EXCLUDES1 || n.kind() == Kind.UNVERIFIED;
      if (excludes && n.speaksOf(other)) {
        return Optional.of(n);
      }
    }
    return Optional.empty();
  }

  private static String parent(String code) {
    String shorter = code.substring(0, code.length() - 1);
    return shorter.endsWith(".") ? shorter.substring(0, shorter.length() - 1) : shorter;
  }
}
