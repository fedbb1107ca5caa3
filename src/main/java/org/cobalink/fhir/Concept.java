package org.cobalink.fhir;

import com.fasterxml.jackson.databind.JsonNode;
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
    return new Concept(
        Json.text(node, "text").strip(),
        Json.list(node, "coding").stream().map(Concept::coding).toList());
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

  boolean hasCode(String code) {
    return codings.stream().anyMatch(c -> c.code().equals(code)) || text.equals(code);
  }
}
