package org.cobalink.hooks;

import java.time.Instant;
import java.util.List;

/**
 * What a clinician did with a card (CDS Hooks 2.0.1, "Feedback").
 *
 * @param card its uuid
 * @param outcome accepted or overridden
 * @param suggestions uuids of the accepted ones
 * @param reason code of why it was overridden; empty where none was picked
 * @param reasonSystem may be empty: some clients leave it out
 * @param comment free text, maybe about a patient: stored only where configured, never logged
 */
public record Feedback(
    String card,
    String outcome,
    Instant timestamp,
    List<String> suggestions,
    String reasonSystem,
    String reason,
    String comment) {

  /** A name that the same item of the same client always gets: sent again, it is known. */
  public String id(String client) {
    return Uuids.of(
        "feedback",
        client,
        card,
        outcome,
        String.valueOf(timestamp.toEpochMilli()),
        String.join(" ", suggestions),
        reason);
  }

  /** Never the comment. */
  @Override
  public String toString() {
    return "Feedback[" + card + ", " + outcome + "]";
  }
}
