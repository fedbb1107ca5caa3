package org.cobalink.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cobalink.terms.DateRange;

/** Which code already says all that another says of the same disease (contains.tsv; I.B.9). */
public final class Contains {
  private final List<Line> lines = new ArrayList<>();

  private record Line(String code, String contained, DateRange dates, List<String> sources) {}

  Contains(Problems problems) {
    for (Tsv.Line line : Tsv.read("contains", problems)) {
      lines.add(
          new Line(
              line.get("code"), line.get("contains"), line.dates(problems), line.words("source")));
    }
  }

  public boolean holds(String code, String contained, LocalDate date) {
    return lines.stream()
        .anyMatch(
            l -> l.code().equals(code) && l.contained().equals(contained) && l.dates().holds(date));
  }

  List<String> sources() {
    return lines.stream().flatMap(l -> l.sources().stream()).distinct().toList();
  }

  /** The codes that lines holding on a date name. */
  List<String> codes(LocalDate date) {
    return lines.stream()
        .filter(l -> l.dates().holds(date))
        .flatMap(l -> java.util.stream.Stream.of(l.code, l.contained))
        .distinct()
        .toList();
  }
}
