package org.cobalink.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The resources of one call, each once, by relative reference. A resource counts for what it is,
 * not for where it stood.
 */
public final class Chart {
  private final String base;
  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Map<String, String> aliases = new LinkedHashMap<>();
  private final Map<String, String> urls = new LinkedHashMap<>();
  private final Map<String, Integer> unnamed = new HashMap<>();

  /**
   * One resource.
   *
   * @param ref {@code Type/id}; a contained one has {@code Type/id#contained}
   * @param container reference of the resource it is contained in; empty for others
   * @param draft whether it came in {@code draftOrders}
   */
  public record Item(String ref, String type, JsonNode json, String container, boolean draft) {}

  /**
   * @param base the FHIR server the chart came from; empty where unknown
   */
  public Chart(String base) {
    this.base = References.stripSlash(base);
  }

  /** Adds a resource, or every resource of a Bundle. Anything else is left alone. */
  public void add(JsonNode node, boolean draft) {
    add(node, "", draft);
  }

  private void add(JsonNode node, String fullUrl, boolean draft) {
    if (node.isArray()) {
      node.forEach(n -> add(n, "", draft));
      return;
    }
    String type = Json.text(node, "resourceType");
    if (type.equals("Bundle")) {
      for (JsonNode entry : Json.list(node, "entry")) {
        JsonNode resource = entry.has("resource") ? entry.path("resource") : entry;
        add(resource, Json.text(entry, "fullUrl"), draft);
      }
      return;
    }
    if (type.isEmpty() || type.equals("OperationOutcome")) {
      return;
    }
    String id = Json.text(node, "id");
    String ref = !id.isEmpty() ? type + "/" + id : !fullUrl.isEmpty() ? fullUrl : unnamed(type);
    if (items.putIfAbsent(ref, new Item(ref, type, node, "", draft)) != null) {
      return;
    }
    if (!fullUrl.isEmpty()) {
      aliases.put(fullUrl, ref);
      if (fullUrl.startsWith("http")) {
        urls.put(ref, fullUrl);
      }
    }
    for (JsonNode contained : Json.list(node, "contained")) {
      String inner = Json.text(contained, "resourceType");
      String innerRef = ref + "#" + Json.text(contained, "id");
      items.putIfAbsent(innerRef, new Item(innerRef, inner, contained, ref, draft));
    }
  }

  private String unnamed(String type) {
    return type + "/unnamed-" + unnamed.merge(type, 1, Integer::sum);
  }

  public List<Item> all(String type) {
    List<Item> found = new ArrayList<>();
    for (Item i : items.values()) {
      if (i.type().equals(type)) {
        found.add(i);
      }
    }
    return found;
  }

  /** Whether the server the chart came from is known. */
  boolean hasBase() {
    return !base.isEmpty();
  }

  public List<Item> all() {
    return new ArrayList<>(items.values());
  }

  public Optional<Item> find(String ref) {
    return Optional.ofNullable(items.get(aliases.getOrDefault(ref, ref)));
  }

  /** What a Reference element points at, seen from the resource it stands in. */
  public Optional<Item> resolve(JsonNode reference, Item from) {
    String ref = reference(reference, from);
    return ref.isEmpty() ? Optional.empty() : find(ref);
  }

  /** A Reference element whose resource is not here, in one form; empty where it is. */
  public String unsent(JsonNode reference, Item from) {
    return resolve(reference, from).isPresent() ? "" : reference(reference, from);
  }

  /** A Reference element in one form, for comparison. */
  String reference(JsonNode reference, Item from) {
    String ref = References.of(reference, base);
    if (ref.startsWith("#")) {
      String outer = from.container().isEmpty() ? from.ref() : from.container();
      return ref.length() == 1 ? outer : outer + ref;
    }
    String alias = aliases.get(ref);
    if (alias != null) {
      return alias;
    }
    return isElsewhere(text(reference), ref) ? text(reference) : ref;
  }

  private static String text(JsonNode reference) {
    return reference.isTextual() ? reference.asText() : Json.text(reference, "reference").strip();
  }

  /** An absolute reference to another server than the one the resource is known to come from. */
  private boolean isElsewhere(String written, String ref) {
    String known = urls.get(ref);
    return written.startsWith("http") && known != null && !References.sameServer(written, known);
  }
}
