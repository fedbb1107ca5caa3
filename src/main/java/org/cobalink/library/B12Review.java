package org.cobalink.library;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cobalink.fhir.Json;

/**
 * The review of one vitamin B12 injection: the fields of docs/service.md, as at every other door.
 *
 * @param injection reference of the order or administration
 * @param verdict supported, link, recode, query, human, unsupported or unchecked
 * @param codes the ICD-10-CM codes that the documentation supports on the service date, in the
 *     order to report them
 * @param findings why, and advice
 * @param checklist the five questions of the documentation checklist, each yes, no or unknown
 * @param serviceDateAssumed whether the chart gave no date of service
 * @param edition the ICD-10-CM edition of that date; empty where none is known
 */
public record B12Review(
    String injection,
    String verdict,
    List<Code> codes,
    List<Finding> findings,
    Map<String, String> checklist,
    LocalDate serviceDate,
    boolean serviceDateAssumed,
    Optional<String> edition) {

  /**
   * A supported code.
   *
   * @param code ICD-10-CM, with its dot
   * @param basis documented, or presumed where only the classification links it (guideline I.A.15)
   * @param condition reference of the Condition whose words say it, or of the order
   * @param rows ids of the rows of the decision table ({@code cobalink explain})
   * @param doubt where coders differ or a source could not be read
   */
  public record Code(
      String code,
      String display,
      String basis,
      String condition,
      List<String> rows,
      List<String> sources,
      Optional<String> doubt) {}

  /**
   * A reason of the verdict, or advice.
   *
   * @param code of the CodeSystem {@code http://cobalink.org/fhir/CodeSystem/finding}
   * @param severity info or warning
   */
  public record Finding(
      String code,
      String severity,
      List<String> rows,
      List<String> sources,
      Optional<String> doubt) {}

  static B12Review read(JsonNode review) {
    Map<String, String> checklist = new LinkedHashMap<>();
    review
        .path("checklist")
        .properties()
        .forEach(e -> checklist.put(e.getKey(), e.getValue().asText()));
    return new B12Review(
        Json.text(review, "injection"),
        Json.text(review, "verdict"),
        list(review, "codes", B12Review::code),
        list(review, "findings", B12Review::finding),
        Collections.unmodifiableMap(checklist),
        LocalDate.parse(Json.text(review, "serviceDate")),
        review.path("serviceDateAssumed").asBoolean(),
        optional(review, "edition"));
  }

  private static Code code(JsonNode c) {
    return new Code(
        Json.text(c, "code"),
        Json.text(c, "display"),
        Json.text(c, "basis"),
        Json.text(c, "condition"),
        list(c, "rows", JsonNode::asText),
        list(c, "sources", JsonNode::asText),
        optional(c, "doubt"));
  }

  private static Finding finding(JsonNode f) {
    return new Finding(
        Json.text(f, "code"),
        Json.text(f, "severity"),
        list(f, "rows", JsonNode::asText),
        list(f, "sources", JsonNode::asText),
        optional(f, "doubt"));
  }

  private static <T> List<T> list(JsonNode of, String field, Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    of.path(field).forEach(n -> all.add(read.apply(n)));
    return List.copyOf(all);
  }

  private static Optional<String> optional(JsonNode of, String field) {
    return of.has(field) ? Optional.of(of.path(field).asText()) : Optional.empty();
  }
}
