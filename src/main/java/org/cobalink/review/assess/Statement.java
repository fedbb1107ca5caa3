package org.cobalink.review.assess;

import java.util.Set;

/**
 * What a clinician's words say: a meaning with certainty, time, person and author.
 *
 * @param concept the concept the words name, before causes are added
 * @param meaning all that the statement entails (see {@link org.cobalink.knowledge.Concepts})
 * @param otherAuthor whether the words themselves attribute it to another than the provider
 * @param ambiguous whether the words have several meanings; this is one of them
 * @param words the words that say it
 */
public record Statement(
    String concept,
    Set<String> meaning,
    Certainty certainty,
    Time time,
    Person person,
    boolean otherAuthor,
    boolean ambiguous,
    String words) {

  /**
   * How sure the words are (guideline IV.H). Refuted and merely hypothetical things count as
   * absent.
   */
  public enum Certainty {
    CERTAIN,
    UNCERTAIN,
    NEGATED,
    HYPOTHETICAL
  }

  /** Now, or once. */
  public enum Time {
    CURRENT,
    HISTORY
  }

  /** Whom it is about. */
  public enum Person {
    PATIENT,
    FAMILY
  }

  public boolean says(String key) {
    return meaning.contains(key);
  }

  boolean isPlain() {
    return time == Time.CURRENT && isSure();
  }

  /** Certain, about the patient, in the author's own and plain words. */
  boolean isSure() {
    return certainty == Certainty.CERTAIN && person == Person.PATIENT && !otherAuthor && !ambiguous;
  }

  /** Whether it speaks of this patient at all, as something that is or may be so. */
  public boolean isRaised() {
    return person == Person.PATIENT
        && (certainty == Certainty.CERTAIN || certainty == Certainty.UNCERTAIN);
  }

  Statement withMeaning(Set<String> wider) {
    return new Statement(concept, wider, certainty, time, person, otherAuthor, ambiguous, words);
  }

  Statement withCertainty(Certainty other) {
    return new Statement(concept, meaning, other, time, person, otherAuthor, ambiguous, words);
  }

  Statement inThePast() {
    return new Statement(
        concept, meaning, certainty, Time.HISTORY, person, otherAuthor, ambiguous, words);
  }
}
