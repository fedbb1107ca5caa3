package org.cobalink.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** {@code GET /health/live} and {@code GET /health/ready}. */
public final class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private final transient BooleanSupplier ready;

  public HealthServlet(BooleanSupplier ready) {
    this.ready = ready;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = String.valueOf(request.getPathInfo());
    boolean known = path.equals("/live") || path.equals("/ready");
    boolean up = path.equals("/live") || ready.getAsBoolean();
    response.setStatus(!known ? 404 : up ? 200 : 503);
    response.setContentType("application/json");
    String status = !known ? "unknown" : up ? "up" : "starting";
    response
        .getOutputStream()
        .write(("{\"status\":\"" + status + "\"}").getBytes(StandardCharsets.UTF_8));
  }
}
