package org.cobalink.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.cobalink.knowledge.Icd10cm;
import org.cobalink.review.Plan;
import org.cobalink.review.Review;
import org.cobalink.terms.CodeSystems;
import org.cobalink.terms.Coding;

/** Writes what a plan changes as FHIR resources: whole, as received, with only the change made. */
public final class ActionWriter {
  private final Chart chart;
  private final String patientId;
  private final Optional<String> encounter;
  private final Plan plan;
  private final IntFunction<String> newId;
  private final String icdSystem;

  /** One change: create or update, the whole resource, the code it is about. */
  public record Change(String type, String text, String code, String title, JsonNode resource) {}

  /**
   * @param newId gives the client-side id of the n-th created Condition
   * @param icdSystem the system under which the client takes ICD-10-CM codes
   */
  public ActionWriter(
      Chart chart,
      String patientId,
      Optional<String> encounter,
      Plan plan,
      IntFunction<String> newId,
      String icdSystem) {
    this.chart = chart;
    this.patientId = References.patientId(patientId);
    this.encounter = encounter;
    this.plan = plan;
    this.newId = newId;
    this.icdSystem = icdSystem;
  }

  /**
   * Creates, then the recoded Conditions, then the order; each left out when it changes nothing.
   */
  public List<Change> changes(Review review) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < plan.creates().size(); i++) {
      Plan.NewDiagnosis d = plan.creates().get(i);
      changes.add(
          new Change("create", "action.create", d.code(), d.title(), condition(d, newId.apply(i))));
    }
    plan.recodes()
        .forEach(
            r ->
                chart
                    .find(r.condition())
                    .filter(i -> i.container().isEmpty())
                    .ifPresent(
                        i ->
                            changes.add(
                                new Change(
                                    "update",
                                    "action.recode",
                                    r.code(),
                                    r.title(),
                                    recoded(i.json(), r)))));
    chart
        .find(review.injection().ref())
        .filter(this::changesReasons)
        .ifPresent(
            o -> changes.add(new Change("update", "action.reasons", codes(), "", withReasons(o))));
    return changes;
  }

  private String codes() {
    return String.join(
        ", ", plan.reasons().stream().filter(r -> !r.companion()).map(Plan.Reason::code).toList());
  }

  private ObjectNode condition(Plan.NewDiagnosis d, String id) {
    ObjectNode c = Json.MAPPER.createObjectNode();
    c.put("resourceType", "Condition");
    c.put("id", id);
    coded(c.putObject("clinicalStatus"), "condition-clinical", "active");
    coded(c.putObject("verificationStatus"), "condition-ver-status", "confirmed");
    coded(c.putArray("category").addObject(), "condition-category", "encounter-diagnosis");
    ObjectNode code = c.putObject("code");
    icd(code.putArray("coding").addObject(), d.code(), d.title());
    code.put("text", d.words());
    c.putObject("subject").put("reference", "Patient/" + patientId);
    encounter.ifPresent(e -> c.putObject("encounter").put("reference", e));
    return c;
  }

  private static void coded(ObjectNode concept, String system, String code) {
    concept
        .putArray("coding")
        .addObject()
        .put("system", "http://terminology.hl7.org/CodeSystem/" + system)
        .put("code", code);
  }

  private void icd(ObjectNode coding, String code, String title) {
    coding.put("system", icdSystem).put("code", code).put("display", title);
  }

  /** The one ICD-10-CM coding takes the place of those before; text and other codings stay. */
  private ObjectNode recoded(JsonNode original, Plan.Recode recode) {
    ObjectNode copy = original.deepCopy();
    ObjectNode code =
        copy.path("code").isObject() ? (ObjectNode) copy.get("code") : copy.putObject("code");
    ArrayNode codings = Json.MAPPER.createArrayNode();
    ObjectNode icd = Json.MAPPER.createObjectNode();
    icd(icd, recode.code(), recode.title());
    for (JsonNode coding : Json.list(code, "coding")) {
      if (!isIcd(coding)) {
        codings.add(coding);
      } else if (!contains(codings, icd)) {
        codings.add(icd);
      }
    }
    if (!contains(codings, icd)) {
      codings.insert(0, icd);
    }
    code.set("coding", codings);
    Json.prune(copy);
    return copy;
  }

  private static boolean contains(ArrayNode array, JsonNode node) {
    for (JsonNode n : array) {
      if (n.equals(node)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIcd(JsonNode coding) {
    return CodeSystems.canonical(Json.text(coding, "system")).equals(CodeSystems.ICD10CM);
  }

  /**
   * Whether the order does not already name the diagnoses first and in order, and nothing replaced.
   */
  private boolean changesReasons(Chart.Item order) {
    List<String> wanted =
        plan.reasons().stream().filter(r -> !r.companion()).map(this::reference).toList();
    List<String> named =
        Json.list(order.json(), "reasonReference").stream()
            .map(r -> chart.reference(r, order))
            .toList();
    boolean inPlace =
        named.size() >= wanted.size() && named.subList(0, wanted.size()).equals(wanted);
    boolean stale =
        Json.list(order.json(), "reasonCode").stream()
            .flatMap(r -> Concept.of(r).codings().stream())
            .anyMatch(this::isDropped);
    return !inPlace || stale;
  }

  private boolean isDropped(Coding coding) {
    boolean replaced =
        coding.system().equals(CodeSystems.ICD10CM)
            && plan.replaced().contains(Icd10cm.dotted(coding.code()));
    return replaced || CodeSystems.NOT_DIAGNOSES.contains(coding.system());
  }

  private String reference(Plan.Reason reason) {
    return reason.condition().orElseGet(() -> "Condition/" + newId.apply(reason.created()));
  }

  private ObjectNode withReasons(Chart.Item order) {
    ObjectNode copy = order.json().deepCopy();
    copy.set("reasonCode", reasonCodes(order));
    copy.set("reasonReference", reasonReferences(order));
    Json.prune(copy);
    return copy;
  }

  private ArrayNode reasonReferences(Chart.Item order) {
    ArrayNode references = Json.MAPPER.createArrayNode();
    List<String> wanted = plan.reasons().stream().map(this::reference).toList();
    List<JsonNode> before = Json.list(order.json(), "reasonReference");
    for (Plan.Reason reason : plan.reasons()) {
      String ref = reference(reason);
      before.stream()
          .filter(r -> chart.reference(r, order).equals(ref))
          .findFirst()
          .ifPresentOrElse(
              references::add,
              () -> references.addObject().put("reference", ref).put("display", reason.words()));
    }
    before.stream()
        .filter(r -> !wanted.contains(chart.reference(r, order)))
        .forEach(references::add);
    return references;
  }

  private ArrayNode reasonCodes(Chart.Item order) {
    ArrayNode codes = Json.MAPPER.createArrayNode();
    for (Plan.Reason reason : plan.reasons()) {
      ObjectNode concept = codes.addObject();
      icd(concept.putArray("coding").addObject(), reason.code(), reason.title());
      concept.put("text", reason.words());
    }
    Json.list(order.json(), "reasonCode").forEach(r -> keep(r, codes));
    return codes;
  }

  /** What is left of an earlier reason without replaced and procedure codings, if it says more. */
  private void keep(JsonNode reason, ArrayNode codes) {
    Concept concept = Concept.of(reason);
    boolean repeated =
        plan.reasons().stream()
            .anyMatch(
                r ->
                    r.words().equals(concept.words())
                        || concept.codings().stream()
                            .anyMatch(
                                c ->
                                    c.system().equals(CodeSystems.ICD10CM)
                                        && Icd10cm.dotted(c.code()).equals(r.code())));
    List<Coding> left = concept.codings().stream().filter(c -> !isDropped(c)).toList();
    boolean emptied = left.isEmpty() && !concept.codings().isEmpty();
    if (repeated
        || (emptied
            && concept.codings().stream()
                .anyMatch(c -> CodeSystems.NOT_DIAGNOSES.contains(c.system())))) {
      return;
    }
    if (left.size() == concept.codings().size()) {
      codes.add(reason);
      return;
    }
    ObjectNode copy = reason.deepCopy();
    ArrayNode codings = Json.MAPPER.createArrayNode();
    Json.list(reason, "coding").stream()
        .filter(
            c ->
                !isDropped(
                    Concept.of(Json.MAPPER.createObjectNode().set("coding", c)).codings().get(0)))
        .forEach(codings::add);
    if (codings.isEmpty()) {
      copy.remove("coding");
    } else {
      copy.set("coding", codings);
    }
    if (!copy.isEmpty()) {
      codes.add(copy);
    }
  }
}
