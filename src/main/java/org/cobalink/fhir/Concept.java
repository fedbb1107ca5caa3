package org.cobalink.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cobalink.terms.CodeSystems;
import org.cobalink.terms.Coding;

/** A FHIR CodeableConcept: text and codings. A bare string counts as the text. */
record Concept(String text, List<Coding> codings) {
  static final Concept NONE = new Concept("", List.of());

  static Concept of(JsonNode node) {
    if (node.isTextual()) {
      return new Concept(node.asText(), List.of());
    }
    List<JsonNode> nodes = Json.list(node, "coding");
    List<Coding> codings = new ArrayList<>(nodes.size());
    for (JsonNode coding : nodes) {
      codings.add(coding(coding));
    }
    return new Concept(Json.text(node, "text").strip(), codings);
  }

  /** Whether a concept has a code, in whatever system, or says it as its text. */
  static boolean hasCode(JsonNode node, String code) {
    String text = node.isTextual() ? node.asText() : Json.text(node, "text").strip();
    if (text.equals(code)) {
      return true;
    }
    for (JsonNode coding : Json.list(node, "coding")) {
      if (Json.text(coding, "code").strip().equals(code)) {
        return true;
      }
    }
    return false;
  }

  static Concept of(JsonNode parent, String field) {
    return of(Json.first(parent, field));
  }

  private static Coding coding(JsonNode node) {
    return new Coding(
        CodeSystems.canonical(Json.text(node, "system")),
        Json.text(node, "code").strip(),
        Json.text(node, "display").strip(),
        node.path("userSelected").asBoolean(false));
  }

  /**
   * The text; where there is none, the display the user selected, else the first (contract, Codes).
   */
  String words() {
    if (!text.isEmpty()) {
      return text;
    }
    return Stream.concat(codings.stream().filter(Coding::userSelected), codings.stream())
        .map(Coding::display)
        .filter(d -> !d.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Text and every display, for words that may stand anywhere. */
  String allWords() {
    StringBuilder all = new StringBuilder(text);
    codings.forEach(c -> all.append(" \n ").append(c.display()));
    return all.toString();
  }

  boolean isEmpty() {
    return text.isEmpty() && codings.isEmpty();
  }
}
