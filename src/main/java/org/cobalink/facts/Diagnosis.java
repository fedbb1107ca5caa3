package org.cobalink.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cobalink.terms.CodeSystems;
import org.cobalink.terms.Coding;

/**
 * One diagnosis as the chart holds it: a FHIR Condition, or a reasonCode of an order.
 *
 * @param ref relative reference of the Condition, of the order whose reasonCode this is, or of the
 *     note whose entry it is
 * @param words code.text; where there is none, the display the user selected, else the first
 * @param wordsAreText whether the words are code.text and not a display
 * @param current false for clinicalStatus inactive or resolved
 * @param authorRef reference of the asserter, else of the recorder; may be empty
 * @param dueTo what the condition-dueTo extension names, in words and codes
 * @param dueToRefs Conditions the condition-dueTo extension points at
 * @param recorded Condition.recordedDate
 */
public record Diagnosis(
    String ref,
    Place place,
    String words,
    boolean wordsAreText,
    List<Coding> codings,
    List<Note> notes,
    boolean current,
    Verification verification,
    Author author,
    String authorRef,
    List<Diagnosis> dueTo,
    List<String> dueToRefs,
    Optional<LocalDate> recorded) {

  public List<Coding> icdCodings() {
    return codings.stream().filter(c -> c.system().equals(CodeSystems.ICD10CM)).toList();
  }

  /** Whether it came without an id, so that nothing can point at it or change it. */
  public boolean isUnnamed() {
    return ref.contains("/unnamed-") || ref.startsWith("urn:");
  }

  public boolean isCondition() {
    return place != Place.ORDER && place != Place.NOTE;
  }
}
