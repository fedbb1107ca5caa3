package org.cobalink.library;

import java.util.List;

/** What was given is no chart. Its message holds nothing of what was given. */
public final class UnreadableChart extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<String> problems;

  UnreadableChart(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  /** Every problem, in words. */
  public List<String> problems() {
    return problems;
  }
}
