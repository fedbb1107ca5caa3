package org.cobalink.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.cobalink.fhir.Json;

/** The body of every answer that is not 2xx: a FHIR OperationOutcome. */
final class Outcomes {
  private Outcomes() {}

  /**
   * An outcome with one issue for each problem.
   *
   * @param code a FHIR IssueType code
   */
  static ObjectNode of(String code, List<String> problems) {
    ObjectNode outcome = Json.MAPPER.createObjectNode();
    outcome.put("resourceType", "OperationOutcome");
    ArrayNode issues = outcome.putArray("issue");
    for (String problem : problems) {
      ObjectNode issue = issues.addObject();
      issue.put("severity", "error");
      issue.put("code", code);
      issue.putObject("details").put("text", problem);
    }
    return outcome;
  }
}
