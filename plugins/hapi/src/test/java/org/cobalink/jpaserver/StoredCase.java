package org.cobalink.jpaserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import org.cobalink.cases.CaseExpander;
import org.cobalink.cases.GoldenCase;
import org.cobalink.fhir.Json;

/** A golden case under ids of its own, so that all of them can be kept in one server. */
public final class StoredCase {
  private final GoldenCase golden;
  private final String prefix;
  private final ObjectNode chart;

  public StoredCase(GoldenCase golden, int number) {
    this.golden = golden;
    this.prefix = "c" + number + "-";
    this.chart = rename(new CaseExpander(golden).chart());
  }

  /** One whose recorded diagnosis says less than its words. */
  public static StoredCase recode(int number) {
    return GoldenCase.all().stream()
        .filter(g -> g.expect().path("verdict").asText().equals("recode"))
        .filter(g -> g.hook().equals("order-sign"))
        .filter(g -> !g.yaml().has("missing") && !g.yaml().has("notes"))
        .findFirst()
        .map(g -> new StoredCase(g, number))
        .orElseThrow();
  }

  private ObjectNode rename(ObjectNode bundle) {
    Set<String> refs = new HashSet<>();
    bundle
        .path("entry")
        .forEach(
            e ->
                refs.add(
                    e.at("/resource/resourceType").asText() + "/" + e.at("/resource/id").asText()));
    bundle
        .path("entry")
        .forEach(
            e -> {
              ObjectNode resource = (ObjectNode) e.path("resource");
              resource.put("id", prefix + resource.path("id").asText());
            });
    bundle.findParents("reference").forEach(p -> rename((ObjectNode) p, refs));
    return bundle;
  }

  private void rename(ObjectNode holder, Set<String> refs) {
    String ref = holder.path("reference").asText();
    if (refs.contains(ref)) {
      holder.put("reference", ref.replaceFirst("/", "/" + prefix));
    }
  }

  public ObjectNode chart() {
    return chart;
  }

  public String patient() {
    return prefix + "p1";
  }

  public String encounter() {
    return prefix + "e1";
  }

  /**
   * A transaction that stores it; who and what the chart only names is stored as bare as can be.
   */
  public ObjectNode transaction() {
    ObjectNode transaction = Json.MAPPER.createObjectNode();
    transaction.put("resourceType", "Bundle").put("type", "transaction");
    ArrayNode entries = transaction.putArray("entry");
    for (JsonNode e : chart.path("entry")) {
      ObjectNode entry = entries.addObject();
      entry.set("resource", e.path("resource"));
      String ref = e.at("/resource/resourceType").asText() + "/" + e.at("/resource/id").asText();
      entry.putObject("request").put("method", "PUT").put("url", ref);
    }
    return transaction;
  }

  /** The draft orders of the case being signed, with nothing prefetched. */
  public ObjectNode signing(JpaServer server) {
    ObjectNode request = Json.MAPPER.createObjectNode();
    request.put("fhirServer", server.uri() + "/fhir");
    request.put("hook", "order-sign").put("hookInstance", "7a3f0d3e-0000-4000-8000-000000000002");
    ObjectNode context = request.putObject("context");
    context.put("userId", "Practitioner/u1").put("patientId", patient());
    context.put("encounterId", encounter());
    ObjectNode drafts = context.putObject("draftOrders");
    drafts.put("resourceType", "Bundle").put("type", "collection");
    ArrayNode entries = drafts.putArray("entry");
    for (JsonNode e : chart.path("entry")) {
      if (e.at("/resource/resourceType").asText().equals("MedicationRequest")) {
        entries.addObject().set("resource", e.path("resource"));
      }
    }
    return request;
  }

  @Override
  public String toString() {
    return golden.toString();
  }
}
