package org.cobalink.knowledge;

import java.util.Arrays;
import java.util.Collection;
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
  static final String ARROW = " <- ";
  private final Map<String, Concept> all = new LinkedHashMap<>();
  private final Entailment entailment;

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
    for (Concept c : all.values()) {
      c.isA()
          .forEach(up -> problems.check(knows(up), "concepts: " + c.id() + " isA unknown " + up));
      c.madeOf().stream()
          .flatMap(List::stream)
          .flatMap(r -> java.util.stream.Stream.of(r.effect(), r.cause()))
          .forEach(p -> problems.check(knows(p), "concepts: " + c.id() + " made of unknown " + p));
    }
    entailment = new Entailment(all, problems);
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
    return entailment.of(concept);
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
    entailment.fold(meaning);
    return meaning;
  }
}
