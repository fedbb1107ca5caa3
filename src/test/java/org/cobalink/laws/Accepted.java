package org.cobalink.laws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a client does when the clinician accepts a suggestion: creates, then updates. */
final class Accepted {
  private Accepted() {}

  static ObjectNode apply(ObjectNode request, JsonNode suggestion) {
    ObjectNode changed = request.deepCopy();
    ArrayNode visit = (ArrayNode) changed.at("/prefetch/encounterDiagnoses/entry");
    for (JsonNode action : suggestion.path("actions")) {
      ObjectNode resource = action.path("resource").deepCopy();
      if (action.path("type").asText().equals("create")) {
        visit.addObject().set("resource", resource);
      } else {
        for (String where :
            List.of(
                "/prefetch/encounterDiagnoses/entry",
                "/prefetch/problems/entry",
                "/context/draftOrders/entry")) {
          replace((ArrayNode) changed.at(where), resource);
        }
      }
    }
    return changed;
  }

  private static void replace(ArrayNode entries, ObjectNode resource) {
    for (JsonNode entry : entries) {
      JsonNode old = entry.path("resource");
      if (old.path("id").equals(resource.path("id"))
          && old.path("resourceType").equals(resource.path("resourceType"))) {
        ((ObjectNode) entry).set("resource", resource);
      }
    }
  }
}
