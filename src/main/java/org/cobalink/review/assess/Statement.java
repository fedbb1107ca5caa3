package org.cobalink.review.assess;

import java.util.Set;

/**
 * What a clinician's words say: a meaning with certainty, time, person and author.
 *
 * @param concept the concept the words name, before causes are added
 * @param meaning all that the statement entails (see {@link org.cobalink.knowledge.Concepts})
 * @param otherAuthor whether the words themselves attribute it to another than the provider
 * @param clarity whether it is clear what the words mean
 * @param words the words that say it
 */
public record Statement(
    String concept,
    Set<String> meaning,
    Certainty certainty,
    Time time,
    Person person,
    boolean otherAuthor,
    Clarity clarity,
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

  /** Whether it is clear what the words mean, and that they stand. */
  public enum Clarity {
    CLEAR,
    /** They have several meanings; the statement is one of them. */
    SEVERAL_MEANINGS,
    /** What else is said of it, in words that are all known, takes it back. */
    TAKEN_BACK,
    /** What else is said of it is not understood, or may take it back. */
    NOT_UNDERSTOOD
  }

  /** Whom it is about. */
  public enum Person {
    PATIENT,
    FAMILY
  }

  public boolean says(String key) {
    return meaning.contains(key);
  }

  /** Whether it may mean something else, or no longer stand. */
  public boolean ambiguous() {
    return clarity != Clarity.CLEAR;
  }

  boolean isPlain() {
    return time == Time.CURRENT && isSure();
  }

  /** Certain, about the patient, in the author's own and plain words. */
  boolean isSure() {
    return certainty == Certainty.CERTAIN
        && person == Person.PATIENT
        && !otherAuthor
        && !ambiguous();
  }

  /** Whether it speaks of this patient at all, as something that is or may be so. */
  public boolean isRaised() {
    return person == Person.PATIENT
        && (certainty == Certainty.CERTAIN || certainty == Certainty.UNCERTAIN);
  }

  /** The same as if it stood, where it is not understood or may mean several things. */
  Statement asRead() {
    return ambiguous() && clarity != Clarity.TAKEN_BACK
        ? new Statement(
            concept, meaning, certainty, time, person, otherAuthor, Clarity.CLEAR, words)
        : this;
  }

  Statement withMeaning(Set<String> wider) {
    return new Statement(concept, wider, certainty, time, person, otherAuthor, clarity, words);
  }

  Statement withCertainty(Certainty other) {
    return new Statement(concept, meaning, other, time, person, otherAuthor, clarity, words);
  }

  Statement inThePast() {
    return new Statement(
        concept, meaning, certainty, Time.HISTORY, person, otherAuthor, clarity, words);
  }
}
