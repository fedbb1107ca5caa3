package org.cobalink.knowledge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a laboratory value is low, normal or high, in a stated unit. Never compared without one.
 */
public final class Thresholds {
  private final List<Threshold> all = new ArrayList<>();

  /**
   * A line of thresholds.tsv.
   *
   * @param unit UCUM
   * @param below the value must be less than this; may be absent
   * @param atLeast the value must be at least this; may be absent
   * @param sex male, female, or empty for any; ages in years
   * @param when a concept that must be documented, or with ! must not be; empty for any
   */
  public record Threshold(
      String id,
      String lab,
      String unit,
      Optional<BigDecimal> below,
      Optional<BigDecimal> atLeast,
      String sex,
      Optional<BigDecimal> ageFrom,
      Optional<BigDecimal> ageTo,
      String when,
      String meaning,
      String source,
      Optional<String> doubt) {

    boolean holds(Set<String> documented) {
      return when.isEmpty()
          || (when.startsWith("!")
              ? !documented.contains(when.substring(1))
              : documented.contains(when));
    }

    boolean covers(BigDecimal value, Optional<String> patientSex, Optional<BigDecimal> age) {
      boolean sexFits = sex.isEmpty() || patientSex.filter(sex::equals).isPresent();
      boolean ageFits =
          ageFrom.isEmpty()
              || age.filter(a -> a.compareTo(ageFrom.get()) >= 0)
                  .filter(a -> ageTo.isEmpty() || a.compareTo(ageTo.get()) < 0)
                  .isPresent();
      return sexFits
          && ageFits
          && below.map(b -> value.compareTo(b) < 0).orElse(true)
          && atLeast.map(b -> value.compareTo(b) >= 0).orElse(true);
    }
  }

  Thresholds(Problems problems) {
    for (Tsv.Line line : Tsv.read("thresholds", problems)) {
      problems.check(!line.get("unit").isEmpty(), line + ": a threshold needs a unit");
      line.date("checked", problems);
      all.add(
          new Threshold(
              line.get("id"),
              line.get("lab"),
              line.get("unit"),
              number(line, "below"),
              number(line, "atLeast"),
              line.get("sex"),
              number(line, "ageFrom"),
              number(line, "ageTo"),
              line.get("when"),
              line.get("meaning"),
              line.get("source"),
              Row.optional(line.get("doubt"))));
    }
  }

  private static Optional<BigDecimal> number(Tsv.Line line, String column) {
    return Row.optional(line.get(column)).map(BigDecimal::new);
  }

  /**
   * The threshold a value falls under; nothing for an unknown unit, or where sex or age are needed.
   */
  public Optional<Threshold> of(
      String lab,
      String unit,
      BigDecimal value,
      Optional<String> sex,
      Optional<BigDecimal> age,
      Set<String> documented) {
    return all.stream()
        .filter(t -> t.lab().equals(lab) && t.unit().equals(unit) && t.holds(documented))
        .filter(t -> t.covers(value, sex, age))
        .findFirst();
  }

  List<Threshold> all() {
    return all;
  }
}
