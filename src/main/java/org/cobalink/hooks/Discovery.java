package org.cobalink.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cobalink.fhir.Json;
import org.cobalink.fhir.ValueSets;

/**
 * The discovery document: hooks/b12-injection/service.json, its code lists filled from the
 * ValueSets.
 */
final class Discovery {
  private static final Pattern CODES = Pattern.compile("<codes of ([a-z0-9, -]+)>");
  private final ValueSets codes;

  Discovery(ValueSets codes) {
    this.codes = codes;
  }

  ObjectNode write() {
    ObjectNode document;
    try (InputStream in =
        Discovery.class.getResourceAsStream("/hooks/b12-injection/service.json")) {
      document = (ObjectNode) Json.MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (JsonNode service : document.path("services")) {
      ObjectNode prefetch = (ObjectNode) service.get("prefetch");
      for (Map.Entry<String, JsonNode> key : prefetch.properties()) {
        key.setValue(prefetch.textNode(fill(key.getValue().asText(), codes)));
      }
    }
    return document;
  }

  /** A query with the codes it names. */
  static String fill(String template, ValueSets codes) {
    Matcher m = CODES.matcher(template);
    return m.replaceAll(
        r -> Matcher.quoteReplacement(codes.asToken(Arrays.asList(r.group(1).split(", ")))));
  }
}
