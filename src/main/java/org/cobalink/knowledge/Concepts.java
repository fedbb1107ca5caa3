package org.cobalink.knowledge;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the concepts of the tables mean: {@code isA} and {@code madeOf}. A meaning is the set of all
 * that a statement entails: concepts, and relations written {@code effect <- cause}. "Anemia due to
 * B12 deficiency" and "B12 deficiency anemia" have the same meaning.
 */
public final class Concepts {
  private static final String ARROW = " <- ";
  private final Map<String, Concept> all = new LinkedHashMap<>();
  private final Map<String, Set<String>> entailed = new HashMap<>();
  private final List<Concept> made;

  /**
   * A line of concepts.tsv.
   *
   * @param kind disease, symptom, finding, cause, event (it happened once), status, grade (how
   *     severe), purpose, procedure, mention or group
   * @param madeOf alternatives, each a list of relations that together are this concept
   */
  public record Concept(
      String id, String name, String kind, List<String> isA, List<List<Relation>> madeOf) {}

  /**
   * {@code effect <- cause}.
   *
   * @param key as it stands in a meaning
   */
  public record Relation(String effect, String cause, String key) {
    static Relation of(String effect, String cause) {
      return new Relation(effect, cause, effect + ARROW + cause);
    }

    static Relation parse(String text) {
      String[] parts = text.strip().split(ARROW, -1);
      return of(parts[0].strip(), parts.length > 1 ? parts[1].strip() : "");
    }
  }

  Concepts(List<Tsv.Line> lines, Problems problems) {
    for (Tsv.Line line : lines) {
      Concept concept =
          new Concept(
              line.get("id"),
              line.get("name"),
              line.get("kind"),
              line.words("isA"),
              parseMadeOf(line.get("madeOf")));
      problems.check(all.put(concept.id(), concept) == null, line + ": " + concept.id() + " twice");
    }
    made = all.values().stream().filter(c -> !c.madeOf().isEmpty()).toList();
    for (Concept c : all.values()) {
      c.isA()
          .forEach(up -> problems.check(knows(up), "concepts: " + c.id() + " isA unknown " + up));
      c.madeOf().stream()
          .flatMap(List::stream)
          .flatMap(r -> java.util.stream.Stream.of(r.effect(), r.cause()))
          .forEach(p -> problems.check(knows(p), "concepts: " + c.id() + " made of unknown " + p));
    }
    all.keySet().forEach(id -> entail(id, new HashSet<>(), problems));
    foldAll();
  }

  private static List<List<Relation>> parseMadeOf(String cell) {
    return cell.isEmpty()
        ? List.of()
        : Arrays.stream(cell.split("\\|"))
            .map(alt -> Arrays.stream(alt.split(";")).map(Relation::parse).toList())
            .toList();
  }

  public boolean knows(String id) {
    return all.containsKey(id);
  }

  public Concept get(String id) {
    return all.get(id);
  }

  public Collection<Concept> all() {
    return all.values();
  }

  /** Whether a concept is another, or a kind of it: by {@code isA} alone. */
  public boolean isKind(String concept, String of) {
    return concept.equals(of)
        || (knows(concept) && get(concept).isA().stream().anyMatch(up -> isKind(up, of)));
  }

  /** All that the bare concept entails. */
  public Set<String> meaning(String concept) {
    return entailed.getOrDefault(concept, Set.of(concept));
  }

  /** All that the concept entails when the clinician names its causes. */
  public Set<String> meaning(String concept, Collection<String> causes) {
    return causes.isEmpty() ? meaning(concept) : meaning(Set.of(concept), causes);
  }

  /** All that several concepts of one statement entail together, with their causes. */
  public Set<String> meaning(Collection<String> concepts, Collection<String> causes) {
    List<String> grades = causes.stream().filter(this::isGrade).toList();
    if (grades.isEmpty()) {
      return related(concepts, causes);
    }
    Set<String> graded = related(concepts, grades);
    graded.removeIf(c -> c.contains(ARROW));
    return related(graded, causes.stream().filter(c -> !isGrade(c)).toList());
  }

  /** Whether a concept is only how severe a disease is: it says which disease, not its cause. */
  public boolean isGrade(String concept) {
    return knows(concept) && get(concept).kind().equals("grade");
  }

  private Set<String> related(Collection<String> concepts, Collection<String> causes) {
    Set<String> meaning = new HashSet<>();
    concepts.forEach(c -> meaning.addAll(meaning(c)));
    Set<String> effects = new HashSet<>();
    concepts.forEach(c -> effects.addAll(meaning(c)));
    effects.removeIf(e -> e.contains(ARROW));
    for (String cause : causes) {
      for (String up : meaning(cause)) {
        if (!up.contains(ARROW)) {
          effects.forEach(e -> meaning.add(e + ARROW + up));
        }
      }
    }
    fold(meaning);
    return meaning;
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
  private void fold(Set<String> meaning) {
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Concept c : made) {
        if (!meaning.contains(c.id()) && isMade(c, meaning)) {
          meaning.addAll(meaning(c.id()));
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
            if (!e.contains(ARROW) && !c.contains(ARROW)) {
              meaning.add(e + ARROW + c);
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
