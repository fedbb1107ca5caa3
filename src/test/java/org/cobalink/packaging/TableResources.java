package org.cobalink.packaging;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cobalink.fhir.Json;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.Row;
import org.cobalink.knowledge.RowCode;
import org.cobalink.knowledge.When;

/** The resources of the package that say what the decision table says. */
final class TableResources {
  private static final String BASE = "http://cobalink.org/fhir/";
  private static final String ICD10CM = "http://hl7.org/fhir/sid/icd-10-cm";
  private final Knowledge knowledge = Knowledge.load();

  /** By the file below fhir-profiles. */
  Map<String, ObjectNode> all() {
    Map<String, ObjectNode> all = new LinkedHashMap<>();
    all.put("codesystems/b12-statement.json", statements());
    all.put("conceptmaps/b12-statement-to-icd10cm.json", conceptMap());
    all.put("valuesets/b12-indication.json", indications());
    return all;
  }

  private static ObjectNode resource(String type, String id, String name, String title, String is) {
    ObjectNode r = Json.MAPPER.createObjectNode();
    r.put("resourceType", type);
    r.put("id", id);
    r.put("url", BASE + type + "/" + id);
    r.put("version", "0.1.0");
    r.put("name", name);
    r.put("title", title);
    r.put("status", "draft");
    r.put("experimental", false);
    r.put("date", "2026-11-23");
    r.put("publisher", "Cobalink");
    r.put("description", is);
    return r;
  }

  private ObjectNode statements() {
    ObjectNode r =
        resource(
            "CodeSystem",
            "b12-statement",
            "B12Statement",
            "What a chart may say",
            "The rows of the decision table by what they need a chart to say. Generated from it.");
    r.put("caseSensitive", true);
    r.put("content", "complete");
    r.put("count", knowledge.rows().rows().size());
    ArrayNode concepts = r.putArray("concept");
    for (Row row : knowledge.rows().rows()) {
      ObjectNode c = concepts.addObject();
      c.put("code", row.id());
      c.put("display", words(row.when()));
      c.put("definition", row.basis());
    }
    return r;
  }

  private ObjectNode conceptMap() {
    ObjectNode r =
        resource(
            "ConceptMap",
            "b12-statement-to-icd10cm",
            "B12StatementToIcd10cm",
            "What a chart says, to ICD-10-CM",
            "The codes of each row, in reporting order. Generated from the decision table: the table"
                + " decides. Rows that ask, or that a person must decide, map to nothing.");
    r.put("sourceCanonical", BASE + "ValueSet/b12-statement");
    ObjectNode group = r.putArray("group").addObject();
    group.put("source", BASE + "CodeSystem/b12-statement");
    group.put("target", ICD10CM);
    ArrayNode elements = group.putArray("element");
    for (Row row : knowledge.rows().rows()) {
      ObjectNode e = elements.addObject();
      e.put("code", row.id());
      ArrayNode targets = e.putArray("target");
      if (row.codes().isEmpty()) {
        ObjectNode none = targets.addObject();
        none.put("equivalence", "unmatched");
        none.put("comment", comment(row, ""));
      }
      for (RowCode code : row.codes()) {
        for (String c : codes(code, row)) {
          ObjectNode t = targets.addObject();
          t.put("code", c);
          t.put("equivalence", code.own() ? "equivalent" : "relatedto");
          t.put("comment", comment(row, ""));
        }
        if (codes(code, row).isEmpty()) {
          ObjectNode t = targets.addObject();
          t.put("equivalence", "unmatched");
          t.put("comment", comment(row, "the code of: " + name(code.sameAs()) + "; "));
        }
      }
    }
    return r;
  }

  /** The code, or those of the row that is about nothing but the concept, on the row's dates. */
  private List<String> codes(RowCode code, Row row) {
    if (code.sameAs().isEmpty()) {
      return List.of(code.code());
    }
    List<String> codes = new ArrayList<>();
    for (Row other : knowledge.rows().rows()) {
      boolean only = other.when().present().equals(List.of(code.sameAs()));
      if (only && other.when().absent().isEmpty() && other.dates().overlaps(row.dates())) {
        other.codes().stream().map(RowCode::code).filter(c -> !c.isEmpty()).forEach(codes::add);
      }
    }
    return codes;
  }

  private static String comment(Row row, String more) {
    StringBuilder out = new StringBuilder(more).append("tier ").append(row.tier());
    out.append(", service dates from ").append(row.dates().from());
    if (!row.dates().isOpen()) {
      out.append(" to ").append(row.dates().to());
    }
    row.doubt().ifPresent(d -> out.append("; doubt: ").append(d));
    return out.toString();
  }

  private ObjectNode indications() {
    ObjectNode r =
        resource(
            "ValueSet",
            "b12-indication",
            "B12Indication",
            "Codes that a supported reason for a B12 injection may carry",
            "All codes of the rows that support an injection, companions aside. That a code is here"
                + " supports nothing by itself: the words do. Generated from the decision table.");
    Set<String> codes = new LinkedHashSet<>();
    knowledge.rows().rows().stream()
        .filter(row -> row.supports() == Row.Supports.YES)
        .flatMap(row -> row.codes().stream())
        .filter(c -> !c.companion() && !c.status() && !c.first() && !c.code().isEmpty())
        .map(RowCode::code)
        .sorted()
        .forEach(codes::add);
    ObjectNode include = r.putObject("compose").putArray("include").addObject();
    include.put("system", ICD10CM);
    ArrayNode concepts = include.putArray("concept");
    codes.forEach(c -> concepts.addObject().put("code", c));
    return r;
  }

  private String words(When when) {
    List<String> parts = new ArrayList<>();
    when.present().forEach(t -> parts.add(name(t)));
    when.absent().forEach(t -> parts.add("not " + name(t)));
    return String.join("; ", parts);
  }

  private String name(String term) {
    String[] parts = term.replace(When.PAST, "").split(" <- ");
    String first = knowledge.concepts().get(parts[0]).name();
    String named =
        parts.length > 1 ? first + " due to " + knowledge.concepts().get(parts[1]).name() : first;
    return term.startsWith(When.PAST) ? "past " + named : named;
  }
}
