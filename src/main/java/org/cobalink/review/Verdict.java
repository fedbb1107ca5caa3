package org.cobalink.review;

import java.util.Locale;

/** What should happen next. Of several that apply, the first in this order holds (contract §2). */
public enum Verdict {
  UNCHECKED,
  HUMAN,
  QUERY,
  UNSUPPORTED,
  RECODE,
  LINK,
  SUPPORTED;

  public static Verdict of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the chart was enough to propose a fix. */
  public boolean isFix() {
    return this == RECODE || this == LINK;
  }
}
