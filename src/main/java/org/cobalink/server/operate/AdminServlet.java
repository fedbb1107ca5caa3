package org.cobalink.server.operate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.cobalink.fhir.Json;
import org.cobalink.http.JsonErrors;

/** {@code GET /metrics} and {@code GET /stats}: for the holder of the token, else loopback. */
public final class AdminServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final int LEAST_CELL = 5;
  private final transient Optional<String> token;
  private final boolean open;
  private final transient Supplier<String> metrics;
  private final transient IntFunction<Object> stats;

  /**
   * @param token empty for none
   * @param open whether nobody is asked who calls; then loopback may look without a token
   * @param stats gives the figures for a least cell
   */
  public AdminServlet(
      String token, boolean open, Supplier<String> metrics, IntFunction<Object> stats) {
    this.token = token.isEmpty() ? Optional.empty() : Optional.of(token);
    this.open = open;
    this.metrics = metrics;
    this.stats = stats;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!isPermitted(request)) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      response.setHeader("WWW-Authenticate", "Bearer");
      write(response, "application/json", JsonErrors.body(HttpServletResponse.SC_UNAUTHORIZED));
    } else if (request.getServletPath().equals("/metrics")) {
      write(response, TEXT, metrics.get().getBytes(StandardCharsets.UTF_8));
    } else {
      ObjectNode body = Json.MAPPER.createObjectNode();
      body.put("leastCell", LEAST_CELL);
      body.set("lines", Json.MAPPER.valueToTree(stats.apply(LEAST_CELL)));
      write(response, "application/json", Json.MAPPER.writeValueAsBytes(body));
    }
  }

  /**
   * Behind a proxy everybody comes from loopback: with clients configured only the token counts.
   */
  private boolean isPermitted(HttpServletRequest request) throws IOException {
    if (token.isEmpty()) {
      return open && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    }
    String sent = String.valueOf(request.getHeader("Authorization"));
    return MessageDigest.isEqual(
        sent.getBytes(StandardCharsets.UTF_8),
        ("Bearer " + token.get()).getBytes(StandardCharsets.UTF_8));
  }

  private static void write(HttpServletResponse response, String type, byte[] body)
      throws IOException {
    response.setContentType(type);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
