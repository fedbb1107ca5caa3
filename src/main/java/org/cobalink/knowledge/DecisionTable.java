package org.cobalink.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows. Of those that hold, one that another says more than is dropped; what is left applies.
 */
public final class DecisionTable {
  private static final int[] NONE = {};
  private final List<Row> rows;

  /** For each row, the places of the rows that say more than it. */
  private final int[][] sayingMore;

  private final List<Set<String>> closures;

  /** The places of the rows by the term they name first: no others can hold. */
  private final Map<String, int[]> byTerm;

  DecisionTable(List<Row> rows, Concepts concepts) {
    this.rows = List.copyOf(rows);
    this.sayingMore = new int[rows.size()][];
    closures = rows.stream().map(r -> r.when().closure(concepts)).toList();
    byTerm =
        IntStream.range(0, rows.size())
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> rows.get(i).when().present().get(0),
                    Collectors.collectingAndThen(
                        Collectors.toList(),
                        places -> places.stream().mapToInt(i -> i).toArray())));
    for (int weaker = 0; weaker < rows.size(); weaker++) {
      int said = weaker;
      sayingMore[weaker] =
          IntStream.range(0, rows.size())
              .filter(i -> saysAllOf(i, said) && !saysAllOf(said, i))
              .toArray();
    }
  }

  /** Whether all that must be documented for the other row must be for this one. */
  private boolean saysAllOf(int row, int other) {
    return closures.get(row).containsAll(rows.get(other).when().present());
  }

  public List<Row> rows() {
    return rows;
  }

  public Optional<Row> row(String id) {
    return rows.stream().filter(r -> r.id().equals(id)).findFirst();
  }

  /**
   * The rows that apply to what is documented on the service date.
   *
   * @param chart all that the chart says anywhere: another cause there cancels a presumption
   *     (I.A.15)
   */
  public List<Row> applying(Set<String> documented, Set<String> chart, LocalDate date) {
    return mostSaying(
        documented,
        row ->
            row.when().holds(documented)
                && row.dates().holds(date)
                && !(row.tier() == Row.Tier.P && row.when().isCancelled(chart)));
  }

  /** The rows that name, by a code of their own, what a single statement says. */
  public List<Row> naming(Set<String> meaning, LocalDate date) {
    return mostSaying(
        meaning,
        row ->
            row.when().holds(meaning)
                && row.dates().holds(date)
                && row.codes().stream().anyMatch(c -> c.own() && c.sameAs().isEmpty()));
  }

  private List<Row> mostSaying(Set<String> said, Predicate<Row> holds) {
    BitSet holding = new BitSet(rows.size());
    for (String term : said) {
      for (int i : byTerm.getOrDefault(term, NONE)) {
        holding.set(i, holds.test(rows.get(i)));
      }
    }
    List<Row> left = new ArrayList<>(2);
    for (int i = holding.nextSetBit(0); i >= 0; i = holding.nextSetBit(i + 1)) {
      if (Arrays.stream(sayingMore[i]).noneMatch(holding::get)) {
        left.add(rows.get(i));
      }
    }
    return left;
  }

  /** Pairs of rows with one {@code when} and dates that overlap: no chart could tell them apart. */
  void checkOverlaps(Problems problems) {
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        Row a = rows.get(i);
        Row b = rows.get(j);
        boolean same =
            saysAllOf(i, j)
                && saysAllOf(j, i)
                && Set.copyOf(a.when().absent()).equals(Set.copyOf(b.when().absent()));
        if (same && a.dates().overlaps(b.dates())) {
          problems.add("rows: " + a.id() + " and " + b.id() + " hold for the same charts");
        }
      }
    }
  }
}
