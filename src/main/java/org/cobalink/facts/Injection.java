package org.cobalink.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One B12 injection to be reviewed: an order being signed, or a dose given.
 *
 * @param ref relative reference of the order or administration
 * @param drug the drug in words, for the reader of a card
 * @param administered true for a MedicationAdministration
 * @param beingSigned whether the order is being signed now (contract, "Being signed")
 * @param reasonRefs Conditions that reasonReference names, in order; for an administration its own
 *     first, then those of the order it fulfils
 * @param assessedRefs those of them that a prescriber named on an order
 * @param unresolvedReasons references that lead to nothing in the chart
 * @param reasonCodes reasonCode entries that count as the prescriber's assessment
 * @param ownReasonCodes reasonCode entries of an administration: evidence only
 * @param doubts what is not plain about form and route
 * @param request reference of the order an administration fulfils
 * @param micrograms the dose in ug, from the structured dose, else from the words of the drug
 */
public record Injection(
    String ref,
    String drug,
    boolean administered,
    boolean beingSigned,
    List<String> reasonRefs,
    List<String> assessedRefs,
    List<String> unresolvedReasons,
    List<Diagnosis> reasonCodes,
    List<Diagnosis> ownReasonCodes,
    Set<Doubt> doubts,
    Optional<String> request,
    ServiceDate serviceDate,
    Fact<BigDecimal> micrograms) {

  /** What is not plain about an injection's form and route. */
  public enum Doubt {
    FORM_UNKNOWN,
    INTRAVENOUS,
    COMBINATION
  }

  public boolean namesNoReason() {
    return reasonRefs.isEmpty()
        && unresolvedReasons.isEmpty()
        && reasonCodes.isEmpty()
        && ownReasonCodes.isEmpty();
  }
}
