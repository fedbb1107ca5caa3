package org.cobalink.knowledge;

import java.util.List;

/** The tables are not fit for use. The message names every problem found. */
public final class KnowledgeException extends RuntimeException {
  public KnowledgeException(List<String> problems) {
    super(
        problems.size()
            + " problem(s) in the knowledge tables:\n  "
            + String.join("\n  ", problems));
  }
}
