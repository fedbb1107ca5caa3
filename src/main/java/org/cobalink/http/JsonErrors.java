package org.cobalink.http;

import java.util.List;
import org.cobalink.fhir.Json;

/** The body of an error that the HTTP server itself answers. */
public final class JsonErrors {
  private JsonErrors() {}

  /** An OperationOutcome for a status, with no detail of the request. */
  public static byte[] body(int status) {
    try {
      return Json.MAPPER.writeValueAsBytes(
          Outcomes.of(
              status >= 500 ? "exception" : "structure",
              List.of("the request was refused: " + status)));
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      throw new IllegalStateException(e);
    }
  }
}
