package org.cobalink.server.settings;

import java.util.List;

/** Settings that cannot be used, with every problem of them. */
public final class SettingsException extends RuntimeException {
  private final transient List<String> problems;

  SettingsException(List<String> problems) {
    super("the settings have problems:\n  " + String.join("\n  ", problems), null, false, false);
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
