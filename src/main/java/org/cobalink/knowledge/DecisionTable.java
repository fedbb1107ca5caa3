package org.cobalink.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The rows. Of those that hold, one that another says more than is dropped; what is left applies.
 */
public final class DecisionTable {
  private final List<Row> rows;

  /** For each row, the places of the rows that say more than it. */
  private final int[][] sayingMore;

  DecisionTable(List<Row> rows, Concepts concepts) {
    this.rows = List.copyOf(rows);
    this.sayingMore = new int[rows.size()][];
    for (int weaker = 0; weaker < rows.size(); weaker++) {
      When said = rows.get(weaker).when();
      sayingMore[weaker] =
          IntStream.range(0, rows.size())
              .filter(i -> rows.get(i).when().saysAllOf(said, concepts))
              .filter(i -> !said.saysAllOf(rows.get(i).when(), concepts))
              .toArray();
    }
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
    BitSet holding = new BitSet(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      boolean holds = row.when().holds(documented) && row.dates().holds(date);
      boolean presumed = row.tier() == Row.Tier.P;
      holding.set(
          i, holds && !(presumed && row.when().absent().stream().anyMatch(chart::contains)));
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
  void checkOverlaps(Concepts concepts, Problems problems) {
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        Row a = rows.get(i);
        Row b = rows.get(j);
        boolean same = a.when().entails(b.when(), concepts) && b.when().entails(a.when(), concepts);
        if (same && a.dates().overlaps(b.dates())) {
          problems.add("rows: " + a.id() + " and " + b.id() + " hold for the same charts");
        }
      }
    }
  }
}
