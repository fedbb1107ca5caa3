package org.cobalink.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cobalink.fhir.Call.Occasion;
import org.cobalink.fhir.Json;
import org.cobalink.fhir.References;

/**
 * Reads a request body: tolerant of what the standard leaves open, exact about what it requires.
 */
public final class HookCallReader {
  static final Map<String, Occasion> HOOKS =
      Map.of(
          "order-sign", Occasion.SIGN,
          "order-select", Occasion.SELECT,
          "encounter-discharge", Occasion.DISCHARGE);

  private HookCallReader() {}

  /**
   * Reads a parsed body.
   *
   * @throws BadCall 400 with every problem of the request
   */
  public static HookCall read(JsonNode body) {
    List<String> problems = new ArrayList<>();
    if (!body.isObject()) {
      throw new BadCall(400, "structure", List.of("the body is not a JSON object"));
    }
    String hook = required(body, "hook", "hook", problems);
    Occasion occasion = HOOKS.get(hook);
    if (!hook.isEmpty() && occasion == null) {
      problems.add("hook is none of this service; it offers " + String.join(", ", hooks()));
    }
    String instance = required(body, "hookInstance", "hookInstance", problems);
    String server = optional(body, "fhirServer", "fhirServer", problems);
    JsonNode authorization = body.path("fhirAuthorization");
    if (isPresent(authorization)) {
      check(authorization.isObject(), "fhirAuthorization is not an object", problems);
      check(!server.isEmpty(), "fhirAuthorization is given without fhirServer", problems);
    }
    JsonNode prefetch = body.path("prefetch");
    check(!isPresent(prefetch) || prefetch.isObject(), "prefetch is not an object", problems);
    JsonNode context = body.path("context");
    if (!context.isObject()) {
      problems.add(isPresent(context) ? "context is not an object" : "context is missing");
      throw new BadCall(400, "structure", problems);
    }
    String patient = required(context, "patientId", "context.patientId", problems);
    String encounter =
        occasion == Occasion.DISCHARGE
            ? required(context, "encounterId", "context.encounterId", problems)
            : optional(context, "encounterId", "context.encounterId", problems);
    if (occasion == Occasion.SIGN || occasion == Occasion.SELECT) {
      drafts(context, problems);
    }
    List<String> selections =
        occasion == Occasion.SELECT ? selections(context, problems) : List.of();
    if (!problems.isEmpty()) {
      throw new BadCall(400, "structure", problems);
    }
    return new HookCall(
        occasion,
        hook,
        instance,
        server,
        isPresent(authorization),
        token(authorization, patient),
        patient,
        encounter.isEmpty()
            ? Optional.empty()
            : Optional.of(encounter.contains("/") ? encounter : "Encounter/" + encounter),
        selections,
        context.path("draftOrders"),
        prefetch);
  }

  /** The token, unless it is of another kind or of another patient (checklist items 29, 34). */
  private static String token(JsonNode authorization, String patient) {
    String type = Json.text(authorization, "token_type");
    String of = Json.text(authorization, "patient");
    boolean usable = type.isEmpty() || type.equalsIgnoreCase("Bearer");
    boolean same = of.isEmpty() || References.patientId(of).equals(References.patientId(patient));
    return usable && same ? Json.text(authorization, "access_token") : "";
  }

  static List<String> hooks() {
    return List.of("order-sign", "order-select", "encounter-discharge");
  }

  private static void drafts(JsonNode context, List<String> problems) {
    JsonNode drafts = context.path("draftOrders");
    if (!isPresent(drafts)) {
      problems.add("context.draftOrders is missing");
      return;
    }
    boolean bundle = drafts.isObject() && Json.text(drafts, "resourceType").equals("Bundle");
    check(bundle, "context.draftOrders is not a Bundle", problems);
  }

  private static List<String> selections(JsonNode context, List<String> problems) {
    JsonNode node = context.path("selections");
    if (!isPresent(node)) {
      problems.add("context.selections is missing");
      return List.of();
    }
    List<JsonNode> all = Json.list(context, "selections");
    check(
        all.stream().allMatch(JsonNode::isTextual),
        "context.selections is not a list of references",
        problems);
    return all.stream().map(JsonNode::asText).toList();
  }

  private static String required(
      JsonNode parent, String field, String name, List<String> problems) {
    if (!isPresent(parent.path(field))) {
      problems.add(name + " is missing");
      return "";
    }
    String text = optional(parent, field, name, problems);
    if (text.isBlank() && parent.path(field).isTextual()) {
      problems.add(name + " is empty");
    }
    return text;
  }

  private static String optional(
      JsonNode parent, String field, String name, List<String> problems) {
    JsonNode node = parent.path(field);
    if (!isPresent(node)) {
      return "";
    }
    check(node.isTextual(), name + " is not a string", problems);
    return node.isTextual() ? node.asText() : "";
  }

  private static boolean isPresent(JsonNode node) {
    return !node.isMissingNode() && !node.isNull();
  }

  private static void check(boolean holds, String problem, List<String> problems) {
    if (!holds) {
      problems.add(problem);
    }
  }
}
