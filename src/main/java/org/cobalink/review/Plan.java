package org.cobalink.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What accepting the suggestion would change (contract §3), without saying how FHIR writes it.
 *
 * @param creates encounter diagnoses to add, in reporting order
 * @param recodes the encounter diagnoses whose ICD-10-CM coding changes
 * @param reasons what the order shall name first, in reporting order
 * @param replaced ICD-10-CM codes that no reason may keep
 * @param redundant diagnoses for the clinician to remove by hand
 */
public record Plan(
    List<NewDiagnosis> creates,
    List<Recode> recodes,
    List<Reason> reasons,
    Set<String> replaced,
    List<String> redundant) {
  public static final Plan NOTHING = new Plan(List.of(), List.of(), List.of(), Set.of(), List.of());

  /**
   * The same for a client that takes no changed Condition: a new diagnosis stands beside each that
   * would have been recoded.
   */
  public Plan withoutRecodes() {
    List<NewDiagnosis> all = new ArrayList<>(creates);
    List<Reason> named = new ArrayList<>(reasons);
    for (Recode r : recodes) {
      String words = r.title();
      for (int i = 0; i < named.size(); i++) {
        Reason old = named.get(i);
        if (old.condition().filter(r.condition()::equals).isPresent()) {
          words = old.words();
          named.set(
              i,
              new Reason(
                  Optional.empty(), all.size(), r.code(), r.title(), words, old.companion()));
        }
      }
      all.add(new NewDiagnosis(words, r.code(), r.title()));
    }
    return new Plan(all, List.of(), named, replaced, redundant);
  }

  /** An encounter diagnosis to be created: the clinician's words, one ICD-10-CM code. */
  public record NewDiagnosis(String words, String code, String title) {}

  /** An existing Condition and the code it shall carry. */
  public record Recode(String condition, String code, String title) {}

  /**
   * A reason of the order: an existing Condition, or the created one at a place in {@link
   * #creates}. A companion needs no place on the order.
   */
  public record Reason(
      Optional<String> condition,
      int created,
      String code,
      String title,
      String words,
      boolean companion) {}
}
