package org.cobalink.knowledge;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cobalink.terms.Code;
import org.cobalink.terms.DateRange;

/** What a recorded code asserts (says.tsv). */
public final class Says {
  private final Map<Code, List<Line>> lines = new HashMap<>();

  /**
   * The concepts a code asserts together, and the doubt about the id itself, if any.
   *
   * @param id the code with {@code SAYS-} before it
   */
  public record Line(
      String id,
      List<String> concepts,
      DateRange dates,
      List<String> sources,
      Optional<String> doubt)
      implements KnowledgeRow {
    @Override
    public String summary() {
      return ": " + String.join(", ", concepts);
    }
  }

  Says(Concepts concepts, Problems problems) {
    for (Tsv.Line line : Tsv.read("says", problems)) {
      List<String> ids = Arrays.asList(line.get("concept").split("\\+"));
      ids.forEach(id -> problems.check(concepts.knows(id), line + ": unknown concept " + id));
      Line says =
          new Line(
              "SAYS-" + line.get("code"),
              ids,
              line.dates(problems),
              line.words("source"),
              Row.optional(line.get("doubt")));
      lines
          .computeIfAbsent(
              new Code(line.get("system"), line.get("code")), k -> new java.util.ArrayList<>())
          .add(says);
    }
  }

  List<String> sources() {
    return all().flatMap(l -> l.sources().stream()).distinct().toList();
  }

  /** Every line of the table. */
  public Stream<Line> all() {
    return lines.values().stream().flatMap(List::stream);
  }

  /**
   * What a code asserts on a date: its own line, else that of its category ({@code E11.-}), else
   * that of its chapter letter ({@code R-}).
   */
  public Optional<Line> of(Code code, LocalDate date) {
    return exactly(code, date)
        .or(() -> prefix(code, 3, ".-", date))
        .or(() -> prefix(code, 1, "-", date));
  }

  /** What the code itself is listed to assert, leaving out category and chapter. */
  public Optional<Line> exactly(Code code, LocalDate date) {
    return lines.getOrDefault(code, List.of()).stream()
        .filter(l -> l.dates().holds(date))
        .findFirst();
  }

  private Optional<Line> prefix(Code code, int length, String suffix, LocalDate date) {
    return code.code().length() < length
        ? Optional.empty()
        : exactly(new Code(code.system(), code.code().substring(0, length) + suffix), date);
  }
}
