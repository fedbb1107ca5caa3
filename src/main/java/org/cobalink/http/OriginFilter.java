package org.cobalink.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which web pages may call (CORS), and under which name a service that asks nobody who calls may be
 * reached: pages of loopback and listed ones. Without the check of {@code Host} a page elsewhere
 * could reach it by a name of its own that leads to loopback.
 */
public final class OriginFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?");
  private static final String DAY = "86400";
  private final transient Set<String> origins;
  private final boolean open;
  private final boolean loopbackOnly;

  /**
   * @param origins that may call
   * @param open whether nobody is asked who calls
   * @param loopbackOnly whether only loopback is served
   */
  public OriginFilter(Set<String> origins, boolean open, boolean loopbackOnly) {
    this.origins = Set.copyOf(origins);
    this.open = open;
    this.loopbackOnly = loopbackOnly;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (open && loopbackOnly && !LOOPBACK.matcher(request.getServerName()).matches()) {
      refuse(response, "this service is open to loopback only");
      return;
    }
    if (request.getMethod().equals("TRACE")) {
      refuse(response, "not offered");
      return;
    }
    String origin = request.getHeader("Origin");
    boolean allowed = origin != null && isAllowed(origin);
    if (allowed) {
      response.setHeader("Access-Control-Allow-Origin", origin);
      response.addHeader("Vary", "Origin");
    }
    boolean preflight =
        request.getMethod().equals("OPTIONS")
            && request.getHeader("Access-Control-Request-Method") != null;
    if (preflight && allowed) {
      response.setHeader("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
      response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type");
      response.setHeader("Access-Control-Max-Age", DAY);
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else if (origin != null && !allowed && (preflight || open)) {
      refuse(response, "pages of this origin may not call");
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isAllowed(String origin) {
    int scheme = origin.indexOf("://");
    boolean loopback =
        open && scheme > 0 && LOOPBACK.matcher(origin.substring(scheme + 3)).matches();
    return loopback || origins.contains(origin);
  }

  private static void refuse(HttpServletResponse response, String why) throws IOException {
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType("application/json");
    response.getOutputStream().write(CdsHooksServlet.bytes(Outcomes.of("forbidden", List.of(why))));
  }
}
