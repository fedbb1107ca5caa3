package org.cobalink.knowledge;

import java.util.List;
import java.util.Optional;

/** A line of a table that a review can name: with its sources, and the doubt there is about it. */
public interface KnowledgeRow {
  String id();

  /** The line in a few words. */
  String summary();

  /** Ids of the sources table. */
  List<String> sources();

  /** Where competent coders disagree or a source could not be read. */
  Optional<String> doubt();
}
