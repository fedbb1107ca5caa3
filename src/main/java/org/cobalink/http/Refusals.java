package org.cobalink.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cobalink.hooks.BadCall;

/** Says no: the status, the headers that belong to it, and an OperationOutcome. */
final class Refusals {
  private Refusals() {}

  /** Sets status and headers; the body is for the caller to write. */
  static byte[] answer(HttpServletResponse response, BadCall e) {
    response.setStatus(e.status());
    switch (e.status()) {
      case 401 -> {
        response.setHeader("WWW-Authenticate", "Bearer");
        // Its body may still be on the way, and nobody reads it: a client must not reuse this one.
        response.setHeader("Connection", "close");
      }
      case 413 -> response.setHeader("Connection", "close");
      case 429, 503 -> response.setHeader("Retry-After", "1");
      default -> {}
    }
    return CdsHooksServlet.bytes(Outcomes.of(e.issueCode(), e.problems()));
  }

  static void write(HttpServletResponse response, BadCall e) throws IOException {
    byte[] body = answer(response, e);
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
