package org.cobalink.knowledge;

import java.util.ArrayList;
import java.util.List;

/** Collects every fault of the tables, so that all are told at once. */
final class Problems {
  private final List<String> found = new ArrayList<>();

  void add(String problem) {
    found.add(problem);
  }

  void check(boolean holds, String problem) {
    if (!holds) {
      add(problem);
    }
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new KnowledgeException(found);
    }
  }
}
