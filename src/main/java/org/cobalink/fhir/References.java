package org.cobalink.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** FHIR references in any of their forms, brought to one. */
public final class References {
  private static final Pattern TYPE_AND_ID =
      Pattern.compile("(?:(.*)/)?([A-Z][A-Za-z]+)/([A-Za-z0-9\\-.]{1,64})(?:/_history/[^/]+)?/?");

  private References() {}

  /**
   * The reference of a Reference element: relative {@code Type/id} for one on {@code base} (or on
   * any server where base is unknown), else as written. Empty where there is none.
   */
  static String of(JsonNode reference, String base) {
    String text =
        reference.isTextual() ? reference.asText() : Json.text(reference, "reference").strip();
    return relative(text, base);
  }

  static String relative(String text, String base) {
    if (isPlain(text)) {
      return text;
    }
    Matcher m = TYPE_AND_ID.matcher(text);
    if (text.startsWith("urn:") || text.startsWith("#") || !m.matches()) {
      return text;
    }
    String server = m.group(1) == null ? "" : m.group(1);
    boolean ours = server.isEmpty() || base.isEmpty() || server.equals(stripSlash(base));
    return ours ? m.group(2) + "/" + m.group(3) : text;
  }

  /** {@code Type/id} as nearly all references are written, told without a pattern. */
  private static boolean isPlain(String text) {
    int slash = text.indexOf('/');
    return slash > 0
        && text.indexOf('/', slash + 1) < 0
        && text.indexOf(':') < 0
        && text.indexOf('#') < 0;
  }

  /** Whether two absolute references are on one FHIR server. */
  static boolean sameServer(String one, String other) {
    Matcher a = TYPE_AND_ID.matcher(one);
    Matcher b = TYPE_AND_ID.matcher(other);
    return a.matches() && b.matches() && String.valueOf(a.group(1)).equals(b.group(1));
  }

  static String stripSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /** The id of a patient named as {@code x} or {@code Patient/x}. */
  public static String patientId(String text) {
    String relative = relative(text.strip(), "");
    return relative.startsWith("Patient/") ? relative.substring("Patient/".length()) : relative;
  }

  static String type(String reference) {
    int slash = reference.indexOf('/');
    return slash < 0 ? "" : reference.substring(0, slash);
  }

  /** The link of a Bundle to its next page. */
  public static Optional<String> nextPage(JsonNode bundle) {
    return Json.list(bundle, "link").stream()
        .filter(l -> Json.text(l, "relation").equals("next"))
        .map(l -> Json.text(l, "url"))
        .filter(u -> !u.isEmpty())
        .findFirst();
  }

  /** A page of a Bundle with the pages behind it; the next link that is left, if any, is kept. */
  public static JsonNode joined(JsonNode page, JsonNode rest) {
    ObjectNode bundle = page.deepCopy();
    ArrayNode entries = Json.MAPPER.createArrayNode();
    for (JsonNode part : List.of(page, rest)) {
      entries.addAll(Json.list(part, "entry"));
    }
    bundle.set("entry", entries);
    bundle.remove("link");
    if (nextPage(rest).isPresent()) {
      bundle.set("link", rest.get("link"));
    }
    return bundle;
  }
}
