package org.cobalink.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.cobalink.fhir.Call.Occasion;

/**
 * A CDS Hooks request as far as this service reads it.
 *
 * @param occasion the hook
 * @param patientId as sent, with or without {@code Patient/}
 * @param encounter reference of context.encounterId
 * @param selections references, at order-select
 * @param draftOrders the Bundle; missing at encounter-discharge
 * @param delegated whether fhirAuthorization came: nobody else's rights may stand in for it
 * @param accessToken for the FHIR server, for this call alone; empty where none came that may be
 *     used
 * @param prefetch what was prefetched; missing where nothing was
 */
public record HookCall(
    Occasion occasion,
    String hook,
    String hookInstance,
    String fhirServer,
    boolean delegated,
    String accessToken,
    String patientId,
    Optional<String> encounter,
    List<String> selections,
    JsonNode draftOrders,
    JsonNode prefetch) {
  /** Never the chart, nor the token. */
  @Override
  public String toString() {
    return "HookCall[" + occasion + "]";
  }
}
