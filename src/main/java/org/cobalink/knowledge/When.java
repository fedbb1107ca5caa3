package org.cobalink.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The left side of a row: terms, all needed. {@code a} is documented, {@code a <- b} is documented
 * as due to b, {@code past a} is documented as over, {@code !a} is not documented.
 */
public record When(List<String> present, List<String> absent) {
  /** Before a concept that is documented as over. */
  public static final String PAST = "past ";

  static When parse(String cell, String where, Concepts concepts, Problems problems) {
    List<String> present = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    for (String part : cell.split(",")) {
      String term = part.strip();
      boolean negated = term.startsWith("!");
      String positive = negated ? term.substring(1).strip() : term;
      for (String concept : withoutPast(positive).split(" <- ")) {
        problems.check(concepts.knows(concept), where + ": unknown concept '" + concept + "'");
      }
      (negated ? absent : present).add(positive);
    }
    problems.check(!present.isEmpty(), where + ": nothing must be present");
    return new When(List.copyOf(present), List.copyOf(absent));
  }

  private static String withoutPast(String term) {
    return term.startsWith(PAST) ? term.substring(PAST.length()) : term;
  }

  /** The concept that the row's own code belongs to: the effect of the first term. */
  public String own() {
    return present.get(0).split(" <- ")[0];
  }

  public boolean holds(Set<String> documented) {
    for (String term : present) {
      if (!documented.contains(term)) {
        return false;
      }
    }
    return !isCancelled(documented);
  }

  /** Whether something is documented that must not be. */
  boolean isCancelled(Set<String> documented) {
    for (String term : absent) {
      if (documented.contains(term)) {
        return true;
      }
    }
    return false;
  }

  /** All that is documented where the terms are. */
  Set<String> closure(Concepts concepts) {
    Set<String> closure = new HashSet<>();
    for (String term : present) {
      if (term.startsWith(PAST)) {
        concepts.meaning(withoutPast(term)).forEach(c -> closure.add(PAST + c));
        continue;
      }
      String[] parts = term.split(" <- ");
      closure.addAll(concepts.meaning(parts[0], Arrays.asList(parts).subList(1, parts.length)));
      for (String part : parts) {
        closure.addAll(concepts.meaning(part));
      }
    }
    return closure;
  }
}
