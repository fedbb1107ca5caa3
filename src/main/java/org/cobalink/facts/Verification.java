package org.cobalink.facts;

/** FHIR Condition.verificationStatus, read as guideline IV.H reads it. */
public enum Verification {
  CONFIRMED,
  /** provisional, differential or unconfirmed */
  UNCERTAIN,
  REFUTED,
  ENTERED_IN_ERROR,
  ABSENT
}
