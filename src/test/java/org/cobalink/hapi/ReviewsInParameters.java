package org.cobalink.hapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.cobalink.fhir.Json;

/** What {@code $b12-review} answers, back as the reviews of the other doors. */
public final class ReviewsInParameters {
  private static final Map<String, String> LISTS =
      Map.of("code", "codes", "finding", "findings", "row", "rows", "source", "sources");

  private ReviewsInParameters() {}

  public static ArrayNode read(JsonNode parameters) {
    ArrayNode reviews = Json.MAPPER.createArrayNode();
    parameters.path("parameter").forEach(p -> reviews.add(parts(p, "review")));
    return reviews;
  }

  private static ObjectNode parts(JsonNode parameter, String in) {
    ObjectNode out = Json.MAPPER.createObjectNode();
    for (JsonNode part : parameter.path("part")) {
      String name = part.path("name").asText();
      JsonNode value = part.has("part") ? parts(part, name) : value(part);
      boolean list = LISTS.containsKey(name) && !(in.equals("finding") && name.equals("code"));
      if (name.equals("coding")) {
        out.setAll((ObjectNode) part.path("valueCoding"));
      } else if (list) {
        out.withArray("/" + LISTS.get(name)).add(value);
      } else if (!name.equals("issue")) {
        out.set(name, value);
      }
    }
    return out;
  }

  private static JsonNode value(JsonNode part) {
    for (Map.Entry<String, JsonNode> e : part.properties()) {
      if (e.getKey().startsWith("value")) {
        return e.getValue();
      }
    }
    return Json.MAPPER.missingNode();
  }
}
