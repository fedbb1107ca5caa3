package org.cobalink.review.assess;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cobalink.knowledge.When;

/**
 * What the clinicians documented, as one injection sees it.
 *
 * @param entries every diagnosis of the chart as read: those the order names first
 * @param onAdministration what an administration itself gives as its reason, in words: no
 *     assessment
 */
public record Assessment(List<Entry> entries, List<Entry> onAdministration) {
  public static final Assessment NOTHING = new Assessment(List.of(), List.of());
  public static final String INDICATION = "b12Indication";
  public static final String EVIDENCE = "b12Evidence";

  /** What the order or administration names, in the order it names it. */
  public List<Entry> named() {
    return entries.stream().filter(Entry::named).toList();
  }

  /** What was assessed today: named by a prescriber, or a diagnosis of this encounter. */
  public List<Entry> addressed() {
    return entries.stream().filter(Entry::addressed).toList();
  }

  /** What stands only on the problem list or with another encounter. */
  public List<Entry> notAddressed() {
    return entries.stream().filter(e -> !e.addressed()).toList();
  }

  /** Everything the entries say plainly, and what they say is over. */
  public static Set<String> meaning(List<Entry> among) {
    Set<String> keys = new HashSet<>();
    for (Entry e : among) {
      e.plain().map(Statement::meaning).forEach(keys::addAll);
      e.over().forEach(s -> s.meaning().forEach(k -> keys.add(When.PAST + k)));
    }
    return keys;
  }

  public Stream<Statement> statements() {
    return entries.stream().flatMap(e -> e.statements().stream());
  }
}
