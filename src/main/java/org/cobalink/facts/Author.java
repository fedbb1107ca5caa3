package org.cobalink.facts;

/** Who made a statement. A provider is one who may diagnose (guideline I.B.14). */
public enum Author {
  PROVIDER,
  NURSE,
  /** A patient, a relative, a device or an organization. */
  OTHER,
  /** Neither asserter nor recorder is given; accepted. */
  UNKNOWN;

  public boolean mayDiagnose() {
    return this == PROVIDER || this == UNKNOWN;
  }
}
