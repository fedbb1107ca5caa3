package org.cobalink.facts;

/** Where in the chart a diagnosis stands. */
public enum Place {
  /** A reasonCode of the order itself. */
  ORDER,
  /** An entry in the Assessment section of a note of this encounter. */
  NOTE,
  /** A diagnosis of this encounter. */
  ENCOUNTER,
  PROBLEM_LIST,
  /** A diagnosis of another encounter. */
  OTHER_ENCOUNTER
}
