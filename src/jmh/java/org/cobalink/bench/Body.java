package org.cobalink.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cobalink.fhir.Json;

/**
 * The request that is measured: about 65 KB, 20 Conditions, 60 laboratory results, one draft order.
 */
public final class Body {
  private Body() {}

  public static void main(String[] args) throws IOException {
    Files.write(Path.of(args[0]), bytes());
  }

  static byte[] bytes() {
    try {
      return Json.MAPPER.writeValueAsBytes(request());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode request() {
    ObjectNode r =
        Json.MAPPER.createObjectNode().put("hook", "order-sign").put("hookInstance", "bench");
    ObjectNode context = r.putObject("context");
    context.put("userId", "Practitioner/u").put("patientId", "p1").put("encounterId", "e1");
    ObjectNode order = bundle(context.putObject("draftOrders")).addObject().putObject("resource");
    order
        .put("resourceType", "MedicationRequest")
        .put("id", "d1")
        .put("status", "draft")
        .put("intent", "order");
    order.putObject("medicationCodeableConcept").put("text", "Cyanocobalamin 1000 mcg IM");
    order.putObject("subject").put("reference", "Patient/p1");
    order.putObject("encounter").put("reference", "Encounter/e1");
    order.put("authoredOn", "2026-11-20");
    order.putArray("reasonReference").addObject().put("reference", "Condition/c0");
    ObjectNode prefetch = r.putObject("prefetch");
    ArrayNode visit = bundle(prefetch.putObject("encounterDiagnoses"));
    ArrayNode problems = bundle(prefetch.putObject("problems"));
    String[] words = {
      "Anemia due to vitamin B12 deficiency",
      "Essential hypertension",
      "Type 2 diabetes mellitus",
      "Hyperlipidemia",
      "Osteoarthritis of the knee, bilateral"
    };
    String[] codes = {"E53.8", "I10", "E11.9", "E78.5", "M17.0"};
    for (int i = 0; i < 20; i++) {
      ObjectNode c = (i < 5 ? visit : problems).addObject().putObject("resource");
      condition(c, i, words[i % 5], codes[i % 5]);
    }
    ArrayNode labs = bundle(prefetch.putObject("b12Labs"));
    for (int i = 0; i < 60; i++) {
      lab(labs.addObject().putObject("resource"), i);
    }
    return r;
  }

  private static ArrayNode bundle(ObjectNode b) {
    return b.put("resourceType", "Bundle").put("type", "searchset").putArray("entry");
  }

  private static void condition(ObjectNode c, int i, String words, String code) {
    c.put("resourceType", "Condition").put("id", "c" + i);
    coded(
        c.putObject("clinicalStatus"),
        "http://terminology.hl7.org/CodeSystem/condition-clinical",
        "active");
    coded(
        c.putObject("verificationStatus"),
        "http://terminology.hl7.org/CodeSystem/condition-ver-status",
        "confirmed");
    coded(
        c.putArray("category").addObject(),
        "http://terminology.hl7.org/CodeSystem/condition-category",
        i < 5 ? "encounter-diagnosis" : "problem-list-item");
    ObjectNode concept =
        c.putObject("code").put("text", i == 0 || i % 5 > 0 ? words : "Seborrheic dermatitis");
    coded(concept, "http://hl7.org/fhir/sid/icd-10-cm", i == 0 || i % 5 > 0 ? code : "L21.9");
    c.putObject("subject").put("reference", "Patient/p1");
    if (i < 5) {
      c.putObject("encounter").put("reference", "Encounter/e1");
    }
    c.put("recordedDate", "2026-11-20")
        .putObject("asserter")
        .put("reference", "Practitioner/u")
        .put("display", "Dana Reyes, MD");
  }

  private static void lab(ObjectNode o, int i) {
    o.put("resourceType", "Observation").put("id", "o" + i).put("status", "final");
    o.putObject("meta")
        .put("versionId", "1")
        .put("lastUpdated", "2026-11-02T10:00:00Z")
        .put("source", "https://lab.example.org/interface/hl7v2/oru#segment-" + i);
    coded(
        o.putArray("category").addObject(),
        "http://terminology.hl7.org/CodeSystem/observation-category",
        "laboratory");
    coded(
        o.putObject("code").put("text", "Vitamin B12 [Mass/volume] in serum or plasma"),
        "http://loinc.org",
        i % 3 == 0 ? "2132-9" : "2345-7");
    o.putObject("subject").put("reference", "Patient/p1").put("display", "Ada Bench");
    o.put("effectiveDateTime", "2026-10-" + (10 + i % 20) + "T08:30:00-05:00")
        .put("issued", "2026-10-30T09:00:00Z");
    o.putArray("performer")
        .addObject()
        .put("reference", "Organization/lab")
        .put("display", "Example Laboratory");
    o.putObject("valueQuantity")
        .put("value", 100 + i)
        .put("unit", "pg/mL")
        .put("system", "http://unitsofmeasure.org")
        .put("code", "pg/mL");
    ObjectNode range = o.putArray("referenceRange").addObject();
    range
        .putObject("low")
        .put("value", 200)
        .put("unit", "pg/mL")
        .put("system", "http://unitsofmeasure.org")
        .put("code", "pg/mL");
    range
        .putObject("high")
        .put("value", 900)
        .put("unit", "pg/mL")
        .put("system", "http://unitsofmeasure.org")
        .put("code", "pg/mL");
  }

  private static void coded(ObjectNode concept, String system, String code) {
    concept.putArray("coding").addObject().put("system", system).put("code", code);
  }
}
