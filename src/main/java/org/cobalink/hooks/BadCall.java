package org.cobalink.hooks;

import java.util.List;

/**
 * A call that cannot be answered: its status, and every problem at once. Never holds chart content.
 */
public final class BadCall extends RuntimeException {
  private final int status;
  private final String issueCode;
  private final transient List<String> problems;

  public BadCall(int status, String issueCode, List<String> problems) {
    super(String.join("; ", problems), null, false, false);
    this.status = status;
    this.issueCode = issueCode;
    this.problems = List.copyOf(problems);
  }

  public int status() {
    return status;
  }

  /** A FHIR IssueType code. */
  public String issueCode() {
    return issueCode;
  }

  public List<String> problems() {
    return problems;
  }
}
