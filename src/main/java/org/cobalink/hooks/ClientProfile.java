package org.cobalink.hooks;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * What a client accepts (contract §3, docs/integrating.md). Bends the card, never the codes.
 *
 * @param reasons whether its draft orders are known to carry reasons
 * @param changes what a suggestion may do; nothing at all makes cards of information only
 * @param actionsPerSuggestion most actions of one suggestion; 0 for any number
 * @param selectionBehavior {@code at-most-one} or {@code any}
 * @param conditionSystem the system under which it takes ICD-10-CM codes
 * @param topic what {@code source.topic} tells apart
 * @param markdown false where it shows {@code detail} as plain text
 * @param coverage whether payer advice is given
 * @param withoutRules ids of payer rules (payer.tsv) that are not those of its payers
 * @param silent reviews and records, and shows nothing
 * @param cdsHooks3 whether it asked for elements that only CDS Hooks 3.0 has
 * @param budget time for a whole call; what is fetched from the EHR must fit into it
 */
public record ClientProfile(
    String name,
    Reasons reasons,
    Set<Change> changes,
    int actionsPerSuggestion,
    String selectionBehavior,
    String conditionSystem,
    Topic topic,
    boolean markdown,
    boolean coverage,
    Set<String> withoutRules,
    boolean silent,
    boolean cdsHooks3,
    Duration budget) {

  /** Whether drafts carry reasons. Unknown: an order without one may have one we do not see. */
  public enum Reasons {
    YES,
    NO,
    UNKNOWN
  }

  /** A change that a suggestion may propose. */
  public enum Change {
    CREATE_CONDITION,
    UPDATE_CONDITION,
    UPDATE_ORDER
  }

  /** One topic for each finding, one for the whole service, or none. */
  public enum Topic {
    FINDING,
    SERVICE,
    NONE
  }

  boolean accepts(Change change) {
    return changes.contains(change);
  }

  /** Findings, and rows of findings, that this client's reviews do not raise. */
  Set<String> without() {
    Set<String> without = new HashSet<>(withoutRules);
    if (reasons == Reasons.NO) {
      without.add("linkMissing");
    }
    if (!coverage) {
      without.add("coverage");
    }
    return without;
  }
}
