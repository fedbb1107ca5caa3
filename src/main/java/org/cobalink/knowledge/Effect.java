package org.cobalink.knowledge;

/** What a phrase does to the words around it. */
public enum Effect {
  NEGATED,
  UNCERTAIN,
  HYPOTHETICAL,
  /** Hypothetical of a disease, nothing of an event: "gastric bypass, prophylactic B12". */
  PREVENTS,
  HISTORY,
  FAMILY,
  OTHER_AUTHOR,
  STOP,
  DUE_TO,
  CAUSES,
  /** The cause is denied: some other one is stated. */
  NOT_DUE_TO,
  /** What comes before is not the cause of what comes after. */
  NOT_CAUSES,
  /** Joins two things that the Index joins by "with" (with.tsv), and no others. */
  WITH,
  IGNORE,
  /** Goes on about what came before: "given", "because". */
  EXPLAINS,
  FILLER,
  /** Leaves what comes after it as it is. */
  PLAIN,
  /** What was not done yet: "gastric bypass next month". A diagnosis stays as it is. */
  PLANNED,
  /** What is not taken or done now: "metformin starts Monday". A diagnosis stays as it is. */
  NOT_TAKEN,
  /** Leaves what is beside it as it is; a year behind it says since when: "diagnosed 2012". */
  BEGINS,
  /** A thing of its own, which what denies or doubts beside it speaks of: "no swelling". */
  THING,
  /** Says something of the thing in its part: "Hb normal"; with none there it is not understood. */
  OF_THING;

  /** Whether it leaves less than a current, certain diagnosis of the patient. */
  public boolean takesBack() {
    return isOfCertainty() || this == HISTORY || this == FAMILY || this == OTHER_AUTHOR;
  }

  /** Whether it says how sure the words are. */
  public boolean isOfCertainty() {
    return this == NEGATED || this == UNCERTAIN || this == HYPOTHETICAL || this == PREVENTS;
  }

  /** Whether it joins two things, or says that they are not joined. */
  public boolean isLink() {
    return this == DUE_TO || this == CAUSES || this == NOT_DUE_TO || this == NOT_CAUSES;
  }
}
