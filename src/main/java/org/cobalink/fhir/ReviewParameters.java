package org.cobalink.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.review.Review;
import org.cobalink.review.check.Finding;
import org.cobalink.terms.CodeSystems;

/**
 * Reviews as the Parameters that {@code $b12-review} answers: the same fields as in a CDS Hooks
 * answer (contract §2), and each finding once more as a DetectedIssue.
 */
public final class ReviewParameters {
  private final Knowledge knowledge;

  public ReviewParameters(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  public ObjectNode write(List<Review> reviews) {
    ObjectNode out = Json.MAPPER.createObjectNode().put("resourceType", "Parameters");
    if (!reviews.isEmpty()) {
      ArrayNode parameters = out.putArray("parameter");
      reviews.forEach(r -> review(parameters.addObject().put("name", "review"), r));
    }
    return out;
  }

  private void review(ObjectNode parameter, Review review) {
    ArrayNode parts = parameter.putArray("part");
    ObjectNode json = ReviewWriter.write(review);
    value(parts, "injection", "valueString", json.path("injection"));
    value(parts, "verdict", "valueCode", json.path("verdict"));
    for (JsonNode code : json.path("codes")) {
      code(parts.addObject().put("name", "code").putArray("part"), code);
    }
    for (JsonNode finding : json.path("findings")) {
      ArrayNode of = parts.addObject().put("name", "finding").putArray("part");
      value(of, "code", "valueCode", finding.path("code"));
      value(of, "severity", "valueCode", finding.path("severity"));
      grounds(of, finding);
    }
    ArrayNode checklist = parts.addObject().put("name", "checklist").putArray("part");
    json.path("checklist")
        .properties()
        .forEach(e -> value(checklist, e.getKey(), "valueCode", e.getValue()));
    value(parts, "serviceDate", "valueDate", json.path("serviceDate"));
    value(parts, "serviceDateAssumed", "valueBoolean", json.path("serviceDateAssumed"));
    value(parts, "edition", "valueString", json.path("edition"));
    for (Finding finding : review.findings()) {
      parts
          .addObject()
          .put("name", "issue")
          .set("resource", issue(review, finding, Optional.empty()));
    }
  }

  private static void code(ArrayNode parts, JsonNode code) {
    ObjectNode coding = parts.addObject().put("name", "coding").putObject("valueCoding");
    coding.set("system", code.path("system"));
    coding.set("code", code.path("code"));
    coding.set("display", code.path("display"));
    value(parts, "basis", "valueCode", code.path("basis"));
    value(parts, "condition", "valueString", code.path("condition"));
    grounds(parts, code);
  }

  private static void grounds(ArrayNode parts, JsonNode of) {
    of.path("rows").forEach(r -> value(parts, "row", "valueString", r));
    of.path("sources").forEach(s -> value(parts, "source", "valueString", s));
    value(parts, "doubt", "valueString", of.path("doubt"));
  }

  private static void value(ArrayNode parts, String name, String type, JsonNode value) {
    if (!value.isMissingNode() && !(value.isTextual() && value.asText().isEmpty())) {
      parts.addObject().put("name", name).set(type, value);
    }
  }

  /**
   * A finding as a resource of its own.
   *
   * @param patient reference of the patient, where known
   */
  public ObjectNode issue(Review review, Finding finding, Optional<String> patient) {
    ObjectNode issue = Json.MAPPER.createObjectNode().put("resourceType", "DetectedIssue");
    issue.put("status", "final");
    ObjectNode coding = issue.putObject("code").putArray("coding").addObject();
    coding.put("system", CodeSystems.FINDING);
    coding.put("code", finding.code());
    coding.put("display", knowledge.finding(finding.code()).display());
    issue.put("severity", finding.severity().equals("warning") ? "moderate" : "low");
    patient.ifPresent(p -> issue.putObject("patient").put("reference", p));
    issue.putArray("implicated").addObject().put("reference", review.injection().ref());
    issue.put("detail", detail(review, finding));
    return issue;
  }

  private String detail(Review review, Finding finding) {
    StringBuilder out = new StringBuilder(knowledge.finding(finding.code()).display());
    out.append(". ").append(knowledge.finding(finding.code()).why());
    finding.question().ifPresent(q -> out.append(' ').append(q));
    out.append(" (").append(review.verdict().code()).append(')');
    return out.toString();
  }
}
