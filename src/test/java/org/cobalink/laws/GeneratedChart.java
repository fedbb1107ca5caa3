package org.cobalink.laws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cobalink.fhir.Json;

/**
 * A chart made of phrases: what stands where, under which code and status, and what the order
 * names.
 */
record GeneratedChart(List<Entry> entries, List<Integer> named, String date) {
  private static final String TERMS = "http://terminology.hl7.org/CodeSystem/";

  record Entry(Phrase phrase, String icd, boolean problem, String status, String verification) {
    boolean counts() {
      return status.equals("active") && verification.equals("confirmed");
    }

    boolean isOver() {
      return status.equals("resolved") && verification.equals("confirmed");
    }
  }

  static Arbitrary<GeneratedChart> any() {
    Arbitrary<Entry> entry =
        Combinators.combine(
                Arbitraries.of(Phrase.ALL),
                Arbitraries.of(Phrase.CODES),
                Arbitraries.of(true, false, false),
                Arbitraries.of("active", "active", "active", "resolved"),
                Arbitraries.of("confirmed", "confirmed", "confirmed", "provisional", "refuted"))
            .as(Entry::new);
    return Combinators.combine(
            entry.list().ofMinSize(0).ofMaxSize(4),
            Arbitraries.integers().between(0, 3).list().ofMaxSize(2).uniqueElements(),
            Arbitraries.of("2015-12-01", "2019-05-05", "2025-11-20", "2026-06-01", "2026-11-20"))
        .as(GeneratedChart::new);
  }

  /** Codes that the words of the chart can carry at all. */
  Set<String> carried() {
    Set<String> codes = new HashSet<>();
    entries.stream().filter(Entry::counts).forEach(e -> codes.addAll(e.phrase().carries()));
    entries.stream().filter(Entry::isOver).forEach(e -> codes.addAll(e.phrase().over()));
    return codes;
  }

  /** What the others can carry when one entry counts for nothing. */
  Set<String> carriedWithout(int place) {
    List<Entry> others = new ArrayList<>(entries);
    others.remove(place);
    return new GeneratedChart(others, named, date).carried();
  }

  /** The same chart with words put about those of one entry, which takes all they carry. */
  GeneratedChart withWords(int place, String before, String behind) {
    List<Entry> changed = new ArrayList<>(entries);
    Entry e = entries.get(place);
    Phrase phrase = new Phrase(before + e.phrase().words() + behind, Set.of(), e.phrase().over());
    changed.set(place, new Entry(phrase, "", e.problem(), e.status(), e.verification()));
    return new GeneratedChart(changed, named, date);
  }

  ObjectNode request() {
    ObjectNode request = Json.MAPPER.createObjectNode();
    request.put("hook", "order-sign").put("hookInstance", "law");
    ObjectNode context = request.putObject("context");
    context.put("userId", "Practitioner/u").put("patientId", "p1").put("encounterId", "e1");
    ArrayNode drafts = bundle(context.putObject("draftOrders"));
    drafts.addObject().set("resource", order());
    ObjectNode prefetch = request.putObject("prefetch");
    ArrayNode visit = bundle(prefetch.putObject("encounterDiagnoses"));
    ArrayNode problems = bundle(prefetch.putObject("problems"));
    for (int i = 0; i < entries.size(); i++) {
      (entries.get(i).problem() ? problems : visit).addObject().set("resource", condition(i));
    }
    return request;
  }

  private static ArrayNode bundle(ObjectNode bundle) {
    return bundle.put("resourceType", "Bundle").put("type", "collection").putArray("entry");
  }

  private ObjectNode order() {
    ObjectNode o = Json.MAPPER.createObjectNode();
    o.put("resourceType", "MedicationRequest")
        .put("id", "d1")
        .put("status", "draft")
        .put("intent", "order");
    o.put("authoredOn", date)
        .putObject("medicationCodeableConcept")
        .put("text", "cyanocobalamin 1000 mcg IM");
    o.putObject("subject").put("reference", "Patient/p1");
    o.putObject("encounter").put("reference", "Encounter/e1");
    List<Integer> known = new ArrayList<>(named);
    known.removeIf(i -> i >= entries.size());
    if (!known.isEmpty()) {
      ArrayNode reasons = o.putArray("reasonReference");
      known.forEach(i -> reasons.addObject().put("reference", "Condition/c" + i));
    }
    return o;
  }

  private ObjectNode condition(int index) {
    Entry e = entries.get(index);
    ObjectNode c = Json.MAPPER.createObjectNode();
    c.put("resourceType", "Condition").put("id", "c" + index);
    coded(c.putObject("clinicalStatus"), TERMS + "condition-clinical", e.status());
    coded(c.putObject("verificationStatus"), TERMS + "condition-ver-status", e.verification());
    coded(
        c.putArray("category").addObject(),
        TERMS + "condition-category",
        e.problem() ? "problem-list-item" : "encounter-diagnosis");
    ObjectNode code = c.putObject("code").put("text", e.phrase().words());
    if (!e.icd().isEmpty()) {
      coded(code, "http://hl7.org/fhir/sid/icd-10-cm", e.icd());
    }
    c.putObject("subject").put("reference", "Patient/p1");
    if (!e.problem()) {
      c.putObject("encounter").put("reference", "Encounter/e1");
    }
    return c;
  }

  private static void coded(ObjectNode concept, String system, String code) {
    concept.putArray("coding").addObject().put("system", system).put("code", code);
  }
}
