package org.cobalink.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.CharConversionException;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.cobalink.fhir.Json;
import org.cobalink.hooks.Answer;
import org.cobalink.hooks.BadCall;
import org.cobalink.hooks.Client;
import org.cobalink.hooks.Completer;
import org.cobalink.hooks.Decision;
import org.cobalink.hooks.FeedbackReader;
import org.cobalink.hooks.HookService;
import org.cobalink.hooks.Journal;

/**
 * {@code GET /cds-services}, {@code POST /cds-services/{id}} and {@code POST
 * /cds-services/{id}/feedback}. One error mapper for all that is not 2xx (contract §4); no chart
 * content in any of it.
 */
public final class CdsHooksServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(CdsHooksServlet.class.getName());
  private static final String SERVICE = "/" + HookService.ID;
  private static final String FEEDBACK = SERVICE + "/feedback";
  private static final byte[] NOTHING = new byte[0];
  private static final Pattern UUIDS =
      Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");
  private final transient HookService service;
  private final transient Around around;
  private final transient BodyReader bodies;
  private final transient Admission admission;
  private final transient byte[] discovery;

  /**
   * What a site decides about the door.
   *
   * @param completer what may be read in the name of whoever makes a request
   * @param clock for the date of a chart that gives none
   * @param maxBody most bytes of a request body
   * @param maxCalls calls answered at once
   */
  public record Around(
      Trust trust,
      Function<HttpServletRequest, Completer> completer,
      Journal journal,
      Watch watch,
      Clock clock,
      int maxBody,
      int maxCalls) {}

  public CdsHooksServlet(HookService service, Around around) {
    this.service = service;
    this.around = around;
    this.admission = new Admission(around.maxCalls());
    this.bodies = new BodyReader(around.maxBody(), admission);
    this.discovery = bytes(service.discovery());
  }

  /** One request on its way; what is known of it is told to the watch. */
  private static final class Exchange {
    String what = "unknown";
    String id = "";
    Client client;
    List<Decision> decisions = List.of();
    int items;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long start = System.nanoTime();
    Exchange exchange = new Exchange();
    byte[] answer;
    try {
      answer = answer(request, response, exchange);
      response.setStatus(HttpServletResponse.SC_OK);
    } catch (BadCall e) {
      answer = Refusals.answer(response, e);
    } catch (JacksonException e) {
      answer = Refusals.answer(response, notJson(e.getLocation()));
    } catch (CharConversionException e) {
      answer = Refusals.answer(response, notJson(null));
    } catch (IOException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      answer = fail(response, e);
    }
    if (answer.length > 0) {
      response.setContentType("application/json");
      response.setCharacterEncoding("UTF-8");
    }
    response.setContentLength(answer.length);
    response.getOutputStream().write(answer);
    around.watch.answered(
        new Watch.Seen(
            exchange.what,
            exchange.id,
            exchange.client,
            response.getStatus(),
            System.nanoTime() - start,
            exchange.decisions,
            exchange.items));
  }

  private byte[] answer(HttpServletRequest request, HttpServletResponse response, Exchange exchange)
      throws IOException {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    if (path.isEmpty() || path.equals("/")) {
      exchange.what = "discovery";
      allow(request, response, "GET");
      return discovery;
    }
    if (!path.equals(SERVICE) && !path.equals(FEEDBACK)) {
      throw new BadCall(404, "not-found", List.of("no such service; see GET /cds-services"));
    }
    allow(request, response, "POST");
    requireJson(request);
    // Before the token is looked at: a call turned away may come again with the same one.
    admission.enter();
    byte[] body = NOTHING;
    try {
      exchange.client = around.trust.caller(request);
      body = bodies.read(request);
      JsonNode json = Json.MAPPER.readTree(body);
      return path.equals(SERVICE)
          ? call(json, exchange, around.completer.apply(request))
          : feedback(json, exchange);
    } finally {
      admission.give(body.length);
      admission.leave();
    }
  }

  private byte[] call(JsonNode body, Exchange exchange, Completer completer) {
    String instance = Json.text(body, "hookInstance");
    exchange.id = UUIDS.matcher(instance).matches() ? instance : UUID.randomUUID().toString();
    String hook = Json.text(body, "hook");
    exchange.what = HookService.answers(hook) ? hook : exchange.what;
    LocalDate today = LocalDate.now(around.clock);
    Answer answer = service.answer(body, today, exchange.client, completer);
    exchange.decisions = answer.decisions();
    around.journal.decided(answer.decisions());
    return bytes(answer.response());
  }

  private byte[] feedback(JsonNode body, Exchange exchange) {
    exchange.what = "feedback";
    if (!around.journal.keepsFeedback()) {
      throw new BadCall(404, "not-supported", List.of("no feedback is kept here"));
    }
    FeedbackReader read = new FeedbackReader(body);
    around.journal.feedback(exchange.client, read.items());
    exchange.items = read.items().size();
    if (!read.problems().isEmpty()) {
      throw new BadCall(400, "structure", read.problems());
    }
    return NOTHING;
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

  /** Where the JSON breaks, and nothing of what stands there. */
  private static BadCall notJson(JsonLocation at) {
    String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return new BadCall(400, "structure", List.of("the body is not valid JSON" + where));
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

  static byte[] bytes(Object value) {
    try {
      return Json.MAPPER.writeValueAsBytes(value);
    } catch (JacksonException e) {
      throw new IllegalStateException("our own answer cannot be written", e);
    }
  }
}
