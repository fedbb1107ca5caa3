package org.cobalink.hapi.jpa;

import ca.uhn.fhir.rest.server.RestfulServer;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.cobalink.fhir.Json;
import org.cobalink.fhir.References;

/**
 * The FHIR server that this plugin is in, asked without HTTP but through its front: every
 * interceptor that guards, narrows or filters what a caller may read, and the tenant, hold for our
 * reads as for the caller's own (docs/decisions/0006).
 */
final class OwnServer {
  private static final int MOST_PAGES = 100;
  private static final Read NOT_OURS =
      new Read(HttpServletResponse.SC_NOT_FOUND, Json.MAPPER.missingNode());
  private final RestfulServer server;

  OwnServer(RestfulServer server) {
    this.server = server;
  }

  /**
   * What was read.
   *
   * @param status of the first page
   * @param json a resource, or all pages of a Bundle in one; one that keeps a next link could not
   *     be read to its end
   */
  record Read(int status, JsonNode json) {
    boolean isFound() {
      return status == HttpServletResponse.SC_OK;
    }

    /** Nothing of that name or type is kept here, or no longer. */
    boolean isAbsent() {
      return status == HttpServletResponse.SC_NOT_FOUND || status == HttpServletResponse.SC_GONE;
    }

    boolean isWhole() {
      return isFound() && References.nextPage(json).isEmpty();
    }
  }

  /**
   * Who asks, and where.
   *
   * @param request whose headers say who asks
   * @param authorization instead of what the headers say; empty to leave it
   * @param tenant {@code /name} where the server has several; else empty
   */
  record Caller(HttpServletRequest request, String authorization, String tenant) {}

  /**
   * What a query gives, with its next pages.
   *
   * @param query {@code Type/id}, {@code Type?search}, or the address of a next page
   * @param deadline of {@link System#nanoTime()}, after which no page is begun
   */
  Read read(Caller caller, String query, long deadline) {
    Optional<String> first = query.startsWith("http") ? page(caller, query) : Optional.of(query);
    Read read = first.map(q -> one(caller, q)).orElse(NOT_OURS);
    for (int pages = 1; read.isFound() && pages < MOST_PAGES; pages++) {
      Optional<Read> next =
          References.nextPage(read.json())
              .filter(url -> System.nanoTime() < deadline)
              .flatMap(url -> page(caller, url))
              .map(q -> one(caller, q))
              .filter(Read::isFound);
      if (next.isEmpty()) {
        break;
      }
      read = new Read(read.status(), References.joined(read.json(), next.get().json()));
    }
    return read;
  }

  private Read one(Caller caller, String query) {
    int search = query.indexOf('?');
    String path = search < 0 ? query : query.substring(0, search);
    String asked = search < 0 ? null : query.substring(search + 1).replace("|", "%7C");
    ReadRequest request =
        new ReadRequest(
            caller.request(),
            caller.authorization(),
            servletPath(),
            caller.tenant() + (path.isEmpty() ? "" : "/" + path),
            asked);
    KeptResponse response = new KeptResponse();
    try {
      server.service(request, response);
    } catch (ServletException | IOException e) {
      throw new IllegalStateException("the server could not be asked", e);
    }
    if (response.getStatus() != HttpServletResponse.SC_OK) {
      return new Read(response.getStatus(), Json.MAPPER.missingNode());
    }
    try {
      return new Read(response.getStatus(), Json.MAPPER.readTree(response.body()));
    } catch (JacksonException e) {
      throw new IllegalStateException("the server answered what is not JSON");
    }
  }

  /** The search of a next page's address, if that is an address of ours. */
  private Optional<String> page(Caller caller, String url) {
    String base = base(caller.request()) + caller.tenant();
    if (!url.startsWith(base)) {
      return Optional.empty();
    }
    String rest = url.substring(base.length());
    return rest.startsWith("/?") || rest.startsWith("?")
        ? Optional.of(rest.substring(rest.indexOf('?')))
        : Optional.empty();
  }

  /**
   * The tenant that an address names on this server; empty without one. Nothing where it is another
   * server's, or none is named: its patients are not ours, whatever their ids. Nor for "_ALL": what
   * has one id in two tenants is not one patient.
   */
  Optional<String> tenant(HttpServletRequest request, String address) {
    String base = base(request);
    String asked = strip(address);
    if (asked.equals(base)) {
      return Optional.of("");
    }
    return asked.matches("\\Q" + base + "\\E/[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
        ? Optional.of(asked.substring(base.length()))
        : Optional.empty();
  }

  /** As the server itself writes it into links: by its address strategy. */
  private String base(HttpServletRequest request) {
    ReadRequest asked = new ReadRequest(request, "", servletPath(), "/metadata", null);
    return strip(
        server
            .getServerAddressStrategy()
            .determineServerBase(server.getServletConfig().getServletContext(), asked));
  }

  private static String strip(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private String servletPath() {
    return server
        .getServletConfig()
        .getServletContext()
        .getServletRegistration(server.getServletConfig().getServletName())
        .getMappings()
        .stream()
        .filter(m -> m.endsWith("/*"))
        .findFirst()
        .map(m -> m.substring(0, m.length() - 2))
        .orElse("");
  }
}
