package org.cobalink.hapi;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cobalink.fhir.Call;
import org.cobalink.fhir.Json;
import org.cobalink.fhir.ReviewParameters;
import org.cobalink.fhir.ValueSets;
import org.cobalink.hooks.BadCall;
import org.cobalink.hooks.ChartReviewer;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.review.Review;

/**
 * The operation without HAPI: JSON in, JSON out, so that no object of our JSON library crosses to a
 * server that may bring another version of it.
 */
public final class ReviewOperation {
  private final ChartReviewer reviewer;
  private final ReviewParameters parameters;
  private final Clock clock;

  /**
   * @param clock for the date of a chart that gives none
   */
  public ReviewOperation(Knowledge knowledge, ValueSets codes, Clock clock) {
    this.reviewer = new ChartReviewer(knowledge, codes);
    this.parameters = new ReviewParameters(knowledge);
    this.clock = clock;
  }

  /**
   * The reviews of a Bundle, or of the one in Parameters, as Parameters.
   *
   * @throws BadCall 400 where it is neither, or not JSON
   */
  public String review(byte[] body) {
    JsonNode sent = read(body);
    boolean wrapped = Json.text(sent, "resourceType").equals("Parameters");
    JsonNode chart = wrapped ? parameter(sent, "chart").path("resource") : sent;
    if (!Json.text(chart, "resourceType").equals("Bundle")) {
      throw bad("send the chart as a Bundle, or as the parameter chart of Parameters");
    }
    LocalDate today = today(wrapped ? parameter(sent, "today") : sent.path("today"));
    List<Review> reviews = reviewer.review(chart, today);
    return parameters.write(reviews).toString();
  }

  /**
   * The reviews of what was read from a server, as Parameters.
   *
   * @param resources resources and Bundles of them
   */
  public String review(List<JsonNode> resources, Call call) {
    return parameters.write(reviewer.review(chart(resources), call)).toString();
  }

  /** The findings of the same, each as a DetectedIssue. */
  public List<String> issues(List<JsonNode> resources, Call call) {
    List<String> issues = new ArrayList<>();
    Optional<String> patient = Optional.of("Patient/" + call.patientId());
    for (Review review : reviewer.review(chart(resources), call)) {
      review.findings().forEach(f -> issues.add(parameters.issue(review, f, patient).toString()));
    }
    return issues;
  }

  /** Whether there is an injection to review in what is given: a question that needs no chart. */
  public boolean concerns(List<JsonNode> resources, Call call) {
    return !reviewer.review(chart(resources), call).isEmpty();
  }

  /** A call about all that a chart holds, on the date given or today. */
  public Call call(Call.Occasion occasion, LocalDate today) {
    return Call.whole(occasion, today == null ? LocalDate.now(clock) : today);
  }

  private static JsonNode chart(List<JsonNode> resources) {
    ArrayNode entries = Json.MAPPER.createArrayNode();
    resources.forEach(r -> entries.addObject().set("resource", r));
    return Json.MAPPER
        .createObjectNode()
        .put("resourceType", "Bundle")
        .put("type", "collection")
        .set("entry", entries);
  }

  private static JsonNode read(byte[] body) {
    try {
      JsonNode read = Json.MAPPER.readTree(body == null ? new byte[0] : body);
      if (read == null || !read.isObject()) {
        throw bad("the body is empty or no JSON object");
      }
      return read;
    } catch (JacksonException e) {
      throw bad("the body is not valid JSON at line " + e.getLocation().getLineNr());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parameter(JsonNode parameters, String name) {
    return Json.list(parameters, "parameter").stream()
        .filter(p -> Json.text(p, "name").equals(name))
        .findFirst()
        .orElseGet(Json.MAPPER::missingNode);
  }

  private LocalDate today(JsonNode parameter) {
    String given = Json.text(parameter, "valueDate");
    try {
      return given.isEmpty() ? LocalDate.now(clock) : LocalDate.parse(given);
    } catch (DateTimeException e) {
      throw bad("today is not a date, YYYY-MM-DD");
    }
  }

  private static BadCall bad(String problem) {
    return new BadCall(400, "structure", List.of(problem));
  }
}
