package org.cobalink.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.cobalink.fhir.Json;

/** Whatever else is asked for: 404 with an OperationOutcome. */
public final class NotFoundServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(404);
    response.setContentType("application/json");
    response
        .getOutputStream()
        .write(
            Json.MAPPER.writeValueAsBytes(
                Outcomes.of("not-found", List.of("nothing here; see GET /cds-services"))));
  }
}
