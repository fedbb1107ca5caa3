package org.cobalink.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.cobalink.fhir.Json;
import org.cobalink.hooks.BadCall;
import org.cobalink.hooks.Client;
import org.cobalink.hooks.Completer;
import org.cobalink.hooks.HookService;

/**
 * {@code GET /cds-services} and {@code POST /cds-services/{id}}. One error mapper for all that is
 * not 2xx (contract §4); no chart content in any of it.
 */
public final class CdsHooksServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(CdsHooksServlet.class.getName());
  private final transient HookService service;
  private final transient Clock clock;
  private final transient byte[] discovery;
  private final int maxBody;

  /**
   * @param maxBody most bytes a request body may have
   */
  public CdsHooksServlet(HookService service, Clock clock, int maxBody) {
    this.service = service;
    this.clock = clock;
    this.maxBody = maxBody;
    this.discovery = bytes(service.discovery());
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] answer;
    try {
      answer = answer(request, response);
      response.setStatus(HttpServletResponse.SC_OK);
    } catch (BadCall e) {
      answer = refuse(response, e);
    } catch (JacksonException e) {
      answer = refuse(response, notJson(e.getLocation()));
    } catch (IOException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      answer = fail(response, e);
    }
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.setContentLength(answer.length);
    response.getOutputStream().write(answer);
  }

  private byte[] answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    if (path.isEmpty() || path.equals("/")) {
      allow(request, response, "GET");
      return discovery;
    }
    if (!path.equals("/" + HookService.ID)) {
      throw new BadCall(404, "not-found", List.of("no such service; see GET /cds-services"));
    }
    allow(request, response, "POST");
    requireJson(request);
    JsonNode body = Json.MAPPER.readTree(read(request));
    Supplier<LocalDate> today = () -> LocalDate.now(clock);
    return bytes(service.answer(body, today.get(), Client.DEFAULT, Completer.NONE).response());
  }

  private static void allow(
      HttpServletRequest request, HttpServletResponse response, String method) {
    String asked = request.getMethod();
    boolean head = method.equals("GET") && asked.equals("HEAD");
    if (!asked.equals(method) && !head) {
      response.setHeader("Allow", method.equals("GET") ? "GET, HEAD" : method);
      throw new BadCall(405, "not-supported", List.of("use " + method + " here"));
    }
  }

  private static void requireJson(HttpServletRequest request) {
    String type = request.getContentType();
    String media = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!media.equals("application/json") && !media.endsWith("+json")) {
      throw new BadCall(415, "not-supported", List.of("send application/json"));
    }
  }

  private byte[] read(HttpServletRequest request) throws IOException {
    BadCall tooLarge =
        new BadCall(413, "too-long", List.of("the body is larger than " + maxBody + " bytes"));
    try (InputStream in = request.getInputStream()) {
      boolean declared = request.getContentLengthLong() > maxBody;
      byte[] body = declared ? new byte[0] : in.readNBytes(maxBody + 1);
      if (declared || body.length > maxBody) {
        discard(in);
        throw tooLarge;
      }
      if (body.length == 0) {
        throw new BadCall(400, "structure", List.of("the body is empty"));
      }
      return body;
    }
  }

  /**
   * Reads on for a while: a connection closed on bytes still coming is reset, and the sender would
   * not see the answer.
   */
  private void discard(InputStream in) throws IOException {
    byte[] bytes = new byte[8192];
    long left = 4L * maxBody;
    for (int n = 0; n >= 0 && left > 0; left -= n) {
      n = in.read(bytes);
    }
  }

  /** Where the JSON breaks, and nothing of what stands there. */
  private static BadCall notJson(JsonLocation at) {
    String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return new BadCall(400, "structure", List.of("the body is not valid JSON" + where));
  }

  private static byte[] refuse(HttpServletResponse response, BadCall e) {
    response.setStatus(e.status());
    if (e.status() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE) {
      response.setHeader("Connection", "close");
    }
    return bytes(Outcomes.of(e.issueCode(), e.problems()));
  }

  /** Our own fault: an incident id, and in the log only the kind of fault and where it happened. */
  private static byte[] fail(HttpServletResponse response, Throwable fault) {
    String incident = UUID.randomUUID().toString();
    StackTraceElement[] trace = fault.getStackTrace();
    LOG.log(
        System.Logger.Level.ERROR,
        "incident {0}: {1} at {2}",
        incident,
        fault.getClass().getName(),
        trace.length == 0 ? "unknown" : trace[0]);
    response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    return bytes(Outcomes.of("exception", List.of("incident " + incident)));
  }

  private static byte[] bytes(Object value) {
    try {
      return Json.MAPPER.writeValueAsBytes(value);
    } catch (JacksonException e) {
      throw new IllegalStateException("our own answer cannot be written", e);
    }
  }
}
