package org.cobalink.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cobalink.fhir.Json;

/**
 * Writes a golden case out as FHIR. Every case is about Patient/p1 in Encounter/e1; what a case
 * does not say is confirmed, active, an encounter diagnosis, and an order in draft.
 *
 * <ul>
 *   <li>{@code order}, {@code administration}: drug, reasons (refs), words, coded, status
 *   <li>{@code conditions}: words, icd, snomed, on: problems, status, verification (or none),
 *       author, alsoIcd, note, noteAuthor, dueTo, encounter, recorded, patient
 *   <li>{@code notes}: text (a DocumentReference) or summary (a ClinicalImpression), type, author,
 *       encounter, docStatus
 *   <li>{@code otherLabs}: loinc, and words, or value with unit, the laboratory's range (low, high)
 *       and flag; on: its date
 *   <li>{@code doses}: dates of injections given before
 *   <li>{@code labs}: b12 and hb with value and unit, {} for none; a case that says nothing has a
 *       low B12; {@code missing}: prefetch keys left out
 * </ul>
 */
public final class CaseExpander {
  private static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";
  private static final String TERMS = "http://terminology.hl7.org/CodeSystem/";
  private static final Map<String, String> LABS = Map.of("b12", "2132-9", "hb", "718-7");
  private static final String USUAL_B12 = "110 pg/mL";
  private final JsonNode yaml;
  private final String hook;

  public CaseExpander(GoldenCase golden) {
    this.yaml = golden.yaml();
    this.hook = golden.hook();
  }

  /** The case as a CDS Hooks request. */
  public ObjectNode request() {
    ObjectNode request = object();
    request.put("hook", hook).put("hookInstance", "7a3f0d3e-0000-4000-8000-000000000001");
    ObjectNode context = request.putObject("context");
    context.put("userId", "Practitioner/u1").put("patientId", "p1").put("encounterId", "e1");
    if (!hook.equals("encounter-discharge")) {
      context.set("draftOrders", bundle("collection", orders()));
    }
    if (hook.equals("order-select")) {
      context.putArray("selections").add("MedicationRequest/d1");
    }
    ObjectNode prefetch = request.putObject("prefetch");
    prefetch.set("patient", patient());
    prefetch.set("encounter", encounter());
    prefetch.set("encounterDiagnoses", bundle("searchset", conditions(false)));
    prefetch.set("problems", bundle("searchset", conditions(true)));
    List<ObjectNode> b12Labs = new ArrayList<>(labs("b12"));
    b12Labs.addAll(otherLabs());
    prefetch.set("b12Labs", bundle("searchset", b12Labs));
    prefetch.set("hemoglobin", bundle("searchset", labs("hb")));
    if (yaml.has("doses")) {
      prefetch.set("administrations", bundle("searchset", doses()));
    }
    if (hook.equals("encounter-discharge")) {
      prefetch.set("administrations", bundle("searchset", administrations()));
      prefetch.set("orders", bundle("searchset", orders()));
    }
    if (yaml.has("notes")) {
      prefetch.set("assessments", bundle("searchset", notes()));
    }
    yaml.path("missing").forEach(k -> prefetch.remove(k.asText()));
    return request;
  }

  /** Every resource of the case, as a whole chart. */
  public ObjectNode chart() {
    List<ObjectNode> all = new ArrayList<>(List.of(patient(), encounter()));
    all.addAll(conditions(false));
    all.addAll(conditions(true));
    all.addAll(labs("b12"));
    all.addAll(labs("hb"));
    all.addAll(otherLabs());
    all.addAll(orders());
    all.addAll(administrations());
    all.addAll(notes());
    all.addAll(doses());
    return bundle("collection", all);
  }

  private static ObjectNode object() {
    return Json.MAPPER.createObjectNode();
  }

  private static ObjectNode resource(String type, String id) {
    return object().put("resourceType", type).put("id", id);
  }

  private static ObjectNode bundle(String kind, List<ObjectNode> resources) {
    ObjectNode bundle = object().put("resourceType", "Bundle").put("type", kind);
    if (!resources.isEmpty()) {
      ArrayNode entries = bundle.putArray("entry");
      resources.forEach(r -> entries.addObject().set("resource", r));
    }
    return bundle;
  }

  private ObjectNode patient() {
    ObjectNode p = resource("Patient", "p1").put("birthDate", "1958-05-06");
    return yaml.has("sex") ? p.put("gender", yaml.path("sex").asText()) : p;
  }

  private ObjectNode encounter() {
    ObjectNode e = resource("Encounter", "e1").put("status", "in-progress");
    e.putObject("class")
        .put("system", TERMS + "v3-ActCode")
        .put("code", yaml.path("inpatient").asBoolean() ? "IMP" : "AMB");
    e.set("subject", ref("Patient/p1"));
    for (JsonNode condition : yaml.path("ranks")) {
      ArrayNode ranked = e.withArray("diagnosis");
      ObjectNode diagnosis = ranked.addObject().put("rank", ranked.size());
      diagnosis.set("condition", ref("Condition/" + condition.asText()));
    }
    return e;
  }

  private static ObjectNode ref(String reference) {
    return object().put("reference", reference);
  }

  private static ObjectNode concept(String system, String code) {
    ObjectNode c = object();
    c.putArray("coding").addObject().put("system", system).put("code", code);
    return c;
  }

  private List<ObjectNode> orders() {
    JsonNode order = yaml.path("order");
    if (order.isMissingNode()) {
      return List.of();
    }
    ObjectNode o = resource("MedicationRequest", "d1");
    o.put("status", order.path("status").asText("draft")).put("intent", "order");
    o.set("subject", ref("Patient/p1"));
    o.set("encounter", ref("Encounter/e1"));
    o.put("authoredOn", yaml.path("date").asText());
    drugAndReasons(o, order);
    return List.of(o);
  }

  private List<ObjectNode> administrations() {
    JsonNode given = yaml.path("administration");
    if (given.isMissingNode()) {
      return List.of();
    }
    ObjectNode a = resource("MedicationAdministration", "a1").put("status", "completed");
    a.set("subject", ref("Patient/p1"));
    a.set("context", ref("Encounter/e1"));
    a.put("effectiveDateTime", given.path("on").asText() + "T09:30:00-05:00");
    if (given.path("request").asBoolean()) {
      a.set("request", ref("MedicationRequest/d1"));
    }
    drugAndReasons(a, given);
    return List.of(a);
  }

  /** Injections given before, in other encounters. */
  private List<ObjectNode> doses() {
    List<ObjectNode> found = new ArrayList<>();
    for (JsonNode on : yaml.path("doses")) {
      ObjectNode a = resource("MedicationAdministration", "dose-" + on.asText());
      a.put("status", "completed").set("subject", ref("Patient/p1"));
      a.set("context", ref("Encounter/e-" + on.asText()));
      a.put("effectiveDateTime", on.asText());
      a.putObject("medicationCodeableConcept").put("text", "cyanocobalamin 1000 mcg IM");
      found.add(a);
    }
    return found;
  }

  private static void drugAndReasons(ObjectNode target, JsonNode from) {
    target.putObject("medicationCodeableConcept").put("text", from.path("drug").asText());
    if (from.has("reasons")) {
      ArrayNode refs = target.putArray("reasonReference");
      from.path("reasons").forEach(r -> refs.add(ref("Condition/" + r.asText())));
    }
    if (from.has("words") || from.has("coded")) {
      ArrayNode codes = target.putArray("reasonCode");
      from.path("words").forEach(w -> codes.addObject().put("text", w.asText()));
      from.path("coded").forEach(c -> codes.add(reason(c)));
    }
  }

  private static ObjectNode reason(JsonNode c) {
    ObjectNode concept =
        c.has("icd")
            ? concept(ICD, c.path("icd").asText())
            : concept(c.path("system").asText(), c.path("code").asText());
    return c.has("words") ? concept.put("text", c.path("words").asText()) : concept;
  }

  private List<ObjectNode> conditions(boolean problems) {
    List<ObjectNode> found = new ArrayList<>();
    yaml.path("conditions")
        .properties()
        .forEach(
            c -> {
              if (c.getValue().path("on").asText().equals("problems") == problems) {
                found.add(condition(c.getKey(), c.getValue(), problems));
              }
            });
    return found;
  }

  private static ObjectNode condition(String id, JsonNode c, boolean problem) {
    ObjectNode r = resource("Condition", id);
    r.set(
        "clinicalStatus", concept(TERMS + "condition-clinical", c.path("status").asText("active")));
    String verified = c.path("verification").asText("confirmed");
    if (verified.equals("entered-in-error")) {
      r.remove("clinicalStatus");
    }
    if (!verified.equals("none")) {
      r.set("verificationStatus", concept(TERMS + "condition-ver-status", verified));
    }
    r.putArray("category")
        .add(
            concept(
                TERMS + "condition-category",
                problem ? "problem-list-item" : "encounter-diagnosis"));
    ObjectNode code = r.putObject("code");
    if (c.has("icd") || c.has("snomed")) {
      ArrayNode codings = code.putArray("coding");
      coding(codings, ICD, c.path("icd"));
      coding(codings, ICD, c.path("alsoIcd"));
      coding(codings, "http://snomed.info/sct", c.path("snomed"));
    }
    if (c.has("words")) {
      code.put("text", c.path("words").asText());
    }
    r.set("subject", ref("Patient/" + c.path("patient").asText("p1")));
    if (!problem) {
      r.set("encounter", ref("Encounter/" + c.path("encounter").asText("e1")));
    }
    extras(r, c);
    return r;
  }

  private static void coding(ArrayNode codings, String system, JsonNode code) {
    if (!code.isMissingNode()) {
      codings.addObject().put("system", system).put("code", code.asText());
    }
  }

  private static void extras(ObjectNode r, JsonNode c) {
    if (c.has("recorded")) {
      r.put("recordedDate", c.path("recorded").asText());
    }
    if (c.has("author")) {
      String author = c.path("author").asText();
      r.set(
          "asserter",
          author.contains("/") ? ref(author) : ref("Practitioner/x").put("display", author));
    }
    if (c.has("note")) {
      ObjectNode note = r.putArray("note").addObject().put("text", c.path("note").asText());
      if (c.has("noteAuthor")) {
        note.put("authorString", c.path("noteAuthor").asText());
      }
    }
    if (c.has("dueTo")) {
      r.putArray("extension")
          .addObject()
          .put("url", "http://hl7.org/fhir/StructureDefinition/condition-dueTo")
          .set("valueReference", ref("Condition/" + c.path("dueTo").asText()));
    }
  }

  private List<ObjectNode> notes() {
    List<ObjectNode> found = new ArrayList<>();
    yaml.path("notes").properties().forEach(n -> found.add(note(n.getKey(), n.getValue())));
    return found;
  }

  private static ObjectNode note(String id, JsonNode n) {
    ObjectNode encounter = ref("Encounter/" + n.path("encounter").asText("e1"));
    ObjectNode by = ref("Practitioner/x").put("display", n.path("author").asText("Dana Reyes, MD"));
    if (n.has("summary")) {
      ObjectNode impression = resource("ClinicalImpression", id).put("status", "completed");
      impression.set("subject", ref("Patient/p1"));
      impression.set("encounter", encounter);
      impression.set("assessor", by);
      return impression.put("summary", n.path("summary").asText());
    }
    ObjectNode document = resource("DocumentReference", id).put("status", "current");
    document.put("docStatus", n.path("docStatus").asText("final"));
    document.set("subject", ref("Patient/p1"));
    document.putArray("author").add(by);
    document.putObject("context").putArray("encounter").add(encounter);
    document
        .putArray("content")
        .addObject()
        .putObject("attachment")
        .put("contentType", n.path("type").asText("text/plain"))
        .put("data", n.path("text").asText().getBytes(StandardCharsets.UTF_8));
    return document;
  }

  private List<ObjectNode> otherLabs() {
    List<ObjectNode> found = new ArrayList<>();
    for (JsonNode lab : yaml.path("otherLabs")) {
      String loinc = lab.path("loinc").asText();
      ObjectNode o = resource("Observation", "lab-" + loinc).put("status", "final");
      o.set("code", concept("http://loinc.org", loinc));
      o.set("subject", ref("Patient/p1"));
      o.put("effectiveDateTime", lab.path("on").asText("2026-11-02"));
      result(o, lab);
      found.add(o);
    }
    return found;
  }

  private static void result(ObjectNode o, JsonNode lab) {
    if (lab.has("words")) {
      o.putObject("valueCodeableConcept").put("text", lab.path("words").asText());
    }
    if (lab.has("value")) {
      o.set("valueQuantity", quantity(lab.path("value").asText()));
    }
    if (lab.has("flag")) {
      String system = TERMS + "v3-ObservationInterpretation";
      o.putArray("interpretation").add(concept(system, lab.path("flag").asText()));
    }
    if (lab.has("low") || lab.has("high")) {
      ObjectNode range = o.putArray("referenceRange").addObject();
      for (String bound : List.of("low", "high")) {
        if (lab.has(bound)) {
          range.set(bound, quantity(lab.path(bound).asText()));
        }
      }
    }
  }

  /** "110 pg/mL"; without a unit where none is said. */
  private static ObjectNode quantity(String said) {
    String[] parts = said.split(" ");
    ObjectNode quantity = object().put("value", new BigDecimal(parts[0]));
    return parts.length < 2
        ? quantity
        : quantity
            .put("unit", parts[1])
            .put("system", "http://unitsofmeasure.org")
            .put("code", parts[1]);
  }

  private List<ObjectNode> labs(String which) {
    String said = yaml.path("labs").path(which).asText("");
    String lab = said.isEmpty() && which.equals("b12") && !yaml.has("labs") ? USUAL_B12 : said;
    if (lab.isEmpty()) {
      return List.of();
    }
    ObjectNode o = resource("Observation", "lab-" + which).put("status", "final");
    o.set("code", concept("http://loinc.org", LABS.get(which)));
    o.set("subject", ref("Patient/p1"));
    o.put("effectiveDateTime", "2026-11-02");
    o.set("valueQuantity", quantity(lab));
    return List.of(o);
  }
}
