package org.cobalink.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Reads from the EHR what was not prefetched (CDS Hooks 2.0.1, "Prefetch", "FHIR Resource Access").
 */
public interface Completer {
  /** Reads nothing. */
  Completer NONE =
      new Completer() {
        @Override
        public boolean reaches(HookCall call) {
          return false;
        }

        @Override
        public Map<String, JsonNode> complete(
            Client client, HookCall call, Map<String, String> queries) {
          return Map.of();
        }
      };

  /** Whether there is a server to ask about this call's patient. */
  boolean reaches(HookCall call);

  /**
   * Reads what it may and can within the client's time budget. Never throws.
   *
   * @param queries prefetch key to a query relative to the FHIR base, or to the absolute URL of a
   *     next page
   * @return what was read: the resource or Bundle, null for nothing there; a Bundle that still has
   *     a next link is not whole; a key that could not be read is absent
   */
  Map<String, JsonNode> complete(Client client, HookCall call, Map<String, String> queries);
}
