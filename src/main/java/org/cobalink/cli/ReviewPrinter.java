package org.cobalink.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.cobalink.fhir.Json;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.KnowledgeRow;

/** Reviews as text: verdict, codes, findings, and the rows and sources behind each. */
final class ReviewPrinter {
  private final Knowledge knowledge;
  private final StringBuilder out = new StringBuilder();

  ReviewPrinter(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  String print(String name, ArrayNode reviews) {
    if (reviews.isEmpty()) {
      return name + ": no vitamin B12 injection\n";
    }
    for (JsonNode r : reviews) {
      line(name + ": " + Json.text(r, "injection"));
      print(r);
    }
    return out.toString();
  }

  String print(JsonNode r) {
    line(
        "  verdict   "
            + Json.text(r, "verdict")
            + ", "
            + Json.text(r, "serviceDate")
            + " "
            + Json.text(r, "edition"));
    for (JsonNode c : r.path("codes")) {
      line(
          "  code      "
              + Json.text(c, "code")
              + " "
              + Json.text(c, "display")
              + " ("
              + Json.text(c, "basis")
              + ", "
              + Json.text(c, "condition")
              + ")");
      c.path("rows").forEach(id -> row(id.asText()));
    }
    for (JsonNode f : r.path("findings")) {
      line(
          "  finding   "
              + Json.text(f, "code")
              + " ("
              + Json.text(f, "severity")
              + "): "
              + knowledge.finding(Json.text(f, "code")).display());
      f.path("rows").forEach(id -> row(id.asText()));
    }
    return out.toString();
  }

  private void row(String id) {
    for (KnowledgeRow r : knowledge.lines().filter(l -> l.id().equals(id)).toList()) {
      line("            row " + id + r.summary() + " — " + String.join(", ", r.sources()));
      r.doubt().ifPresent(d -> line("            doubt: " + d));
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
