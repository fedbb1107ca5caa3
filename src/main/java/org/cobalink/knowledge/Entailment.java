package org.cobalink.knowledge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cobalink.knowledge.Concepts.Concept;
import org.cobalink.knowledge.Concepts.Relation;

/** What follows from each concept by {@code isA} and {@code madeOf}, worked out once. */
final class Entailment {
  private final Map<String, Concept> all;
  private final Map<String, Set<String>> entailed = new HashMap<>();
  private final List<Concept> made;

  Entailment(Map<String, Concept> all, Problems problems) {
    this.all = all;
    made = all.values().stream().filter(c -> !c.madeOf().isEmpty()).toList();
    all.keySet().forEach(id -> entail(id, new HashSet<>(), problems));
    foldAll();
  }

  Set<String> of(String concept) {
    return entailed.getOrDefault(concept, Set.of(concept));
  }

  /** Two relations of one concept may make another: all meanings are folded until none grows. */
  private void foldAll() {
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Map.Entry<String, Set<String>> e : entailed.entrySet()) {
        Set<String> folded = new HashSet<>(e.getValue());
        fold(folded);
        grew |= folded.size() > e.getValue().size();
        e.setValue(Set.copyOf(folded));
      }
    }
  }

  /** Adds every concept whose parts are all there, until nothing changes. */
  void fold(Set<String> meaning) {
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Concept c : made) {
        if (!meaning.contains(c.id()) && isMade(c, meaning)) {
          meaning.addAll(of(c.id()));
          grew = true;
        }
      }
    }
  }

  private static boolean isMade(Concept c, Set<String> meaning) {
    for (List<Relation> alternative : c.madeOf()) {
      boolean all = true;
      for (Relation r : alternative) {
        all &= meaning.contains(r.key());
      }
      if (all) {
        return true;
      }
    }
    return false;
  }

  private Set<String> entail(String id, Set<String> path, Problems problems) {
    Set<String> known = entailed.get(id);
    if (known != null) {
      return known;
    }
    if (!all.containsKey(id) || !path.add(id)) {
      problems.add("concepts: " + id + " is unknown or entails itself");
      return Set.of(id);
    }
    Set<String> meaning = new HashSet<>();
    meaning.add(id);
    Concept concept = all.get(id);
    concept.isA().forEach(up -> meaning.addAll(entail(up, path, problems)));
    for (List<Relation> alternative : concept.madeOf()) {
      for (Relation r : alternative) {
        Set<String> effect = entail(r.effect(), path, problems);
        Set<String> cause = entail(r.cause(), path, problems);
        meaning.addAll(effect);
        meaning.addAll(cause);
        for (String e : effect) {
          for (String c : cause) {
            if (!e.contains(Concepts.ARROW) && !c.contains(Concepts.ARROW)) {
              meaning.add(e + Concepts.ARROW + c);
            }
          }
        }
      }
    }
    path.remove(id);
    entailed.put(id, Set.copyOf(meaning));
    return entailed.get(id);
  }
}
