package org.cobalink.server.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/**
 * Figures of what is kept, for each finding, client and month: cards shown, accepted, overridden
 * and why. A figure from 1 up to the least cell is not told, so that nobody can be picked out.
 */
public final class Stats {
  private final Jdbi jdbi;

  Stats(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * One line.
   *
   * @param reasons of overrides, by code
   */
  public record Line(
      String finding,
      String client,
      String month,
      String shown,
      String accepted,
      String overridden,
      Map<String, String> reasons) {}

  /**
   * All lines.
   *
   * @param least figures from 1 to below it are given as {@code <least}
   */
  public List<Line> lines(int least) {
    Map<List<String>, Map<String, String>> reasons = reasons(least);
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "SELECT d.finding, d.client, substr(d.decided_on, 1, 7) AS month,"
                        + " count(*) AS shown,"
                        + " sum(CASE WHEN EXISTS (SELECT 1 FROM feedback f WHERE f.client ="
                        + " d.client AND f.card = d.card AND f.outcome = 'accepted') THEN 1 ELSE 0"
                        + " END) AS accepted,"
                        + " sum(CASE WHEN EXISTS (SELECT 1 FROM feedback f WHERE f.client ="
                        + " d.client AND f.card = d.card AND f.outcome = 'overridden') THEN 1 ELSE"
                        + " 0 END) AS overridden"
                        + " FROM decision d WHERE d.shown = 1"
                        + " GROUP BY d.finding, d.client, substr(d.decided_on, 1, 7)"
                        + " ORDER BY 3, 2, 1")
                .map(
                    (r, c) -> {
                      List<String> key = List.of(r.getString(1), r.getString(2), r.getString(3));
                      return new Line(
                          key.get(0),
                          key.get(1),
                          key.get(2),
                          cell(r.getLong(4), least),
                          cell(r.getLong(5), least),
                          cell(r.getLong(6), least),
                          reasons.getOrDefault(key, Map.of()));
                    })
                .list());
  }

  private Map<List<String>, Map<String, String>> reasons(int least) {
    Map<List<String>, Map<String, String>> found = new TreeMap<>(Stats::compare);
    jdbi.useHandle(
        h ->
            h.createQuery(
                    "SELECT d.finding, d.client, substr(d.decided_on, 1, 7), f.reason, count(*)"
                        + " FROM feedback f JOIN decision d ON d.client = f.client AND d.card ="
                        + " f.card WHERE f.outcome = 'overridden' AND f.reason <> ''"
                        + " GROUP BY d.finding, d.client, substr(d.decided_on, 1, 7), f.reason")
                .map(
                    (r, c) ->
                        found
                            .computeIfAbsent(
                                List.of(r.getString(1), r.getString(2), r.getString(3)),
                                k -> new TreeMap<>())
                            .put(r.getString(4), cell(r.getLong(5), least)))
                .list());
    return found;
  }

  private static int compare(List<String> a, List<String> b) {
    return String.join("\n", a).compareTo(String.join("\n", b));
  }

  private static String cell(long n, int least) {
    return n > 0 && n < least ? "<" + least : String.valueOf(n);
  }
}
