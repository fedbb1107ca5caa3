package org.cobalink.server;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.cobalink.fhir.ValueSets;
import org.cobalink.hapi.FhirServlet;
import org.cobalink.hapi.ReviewOperation;
import org.cobalink.hooks.Completer;
import org.cobalink.hooks.HookService;
import org.cobalink.hooks.Journal;
import org.cobalink.http.BodyGate;
import org.cobalink.http.CdsHooksServlet;
import org.cobalink.http.HealthServlet;
import org.cobalink.http.JsonErrors;
import org.cobalink.http.LazyServlet;
import org.cobalink.http.NotFoundServlet;
import org.cobalink.http.OriginFilter;
import org.cobalink.http.Trust;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.server.fetch.EhrCompleter;
import org.cobalink.server.operate.AdminServlet;
import org.cobalink.server.operate.CallLog;
import org.cobalink.server.operate.Metrics;
import org.cobalink.server.settings.Settings;
import org.cobalink.server.store.StoredJournal;
import org.cobalink.server.trust.MemoryReplays;
import org.cobalink.server.trust.TokenTrust;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;

/** The running service: the very wiring that the tests use. */
public final class CobalinkServer implements AutoCloseable {
  private static final long DRAIN_MILLIS = 10_000;
  private final Server jetty = new Server();
  private final Listener listener;
  private final Optional<StoredJournal> journal;
  private final Duration drain;
  private volatile boolean stopping;

  /** Loads the knowledge, refuses to start where it is not whole, and listens. */
  public static CobalinkServer start(Settings settings) throws Exception {
    return start(settings, Clock.system(ZoneId.systemDefault()));
  }

  /** The same by another clock. */
  static CobalinkServer start(Settings settings, Clock clock) throws Exception {
    CobalinkServer server = new CobalinkServer(settings, clock);
    try {
      server.jetty.start();
      return server;
    } catch (Exception e) {
      server.close();
      throw e;
    }
  }

  private CobalinkServer(Settings settings, Clock clock) throws Exception {
    drain = settings.drain();
    Knowledge knowledge = Knowledge.load();
    ValueSets codes = ValueSets.load();
    HookService hooks = new HookService(knowledge, codes);
    Metrics metrics = new Metrics();
    journal =
        settings.storage().isKept()
            ? Optional.of(new StoredJournal(settings.storage(), settings.clients(), clock))
            : Optional.empty();
    journal.ifPresent(
        j -> {
          metrics.gauge("cobalink.journal.waiting", "Decisions not yet written", j::waiting);
          metrics.gauge("cobalink.journal.dropped", "Decisions not written", j::dropped);
        });
    ServletContextHandler routes = new ServletContextHandler("/");
    routes.addFilter(
        new FilterHolder(
            new OriginFilter(settings.cors(), settings.isOpen(), !settings.insecure())),
        "/*",
        EnumSet.of(jakarta.servlet.DispatcherType.REQUEST));
    Trust trust = trust(settings, clock);
    Completer completer = completer(settings, metrics);
    CdsHooksServlet.Around around =
        new CdsHooksServlet.Around(
            trust,
            request -> completer,
            journal.<Journal>map(j -> j).orElse(Journal.NONE),
            settings.jsonLogs() ? new CallLog(metrics) : metrics,
            clock,
            settings.maxBody(),
            settings.maxCalls());
    routes.addServlet(new ServletHolder(new CdsHooksServlet(hooks, around)), "/cds-services/*");
    routes.addFilter(
        new FilterHolder(new BodyGate(trust, settings.maxBody(), settings.maxCalls())),
        "/fhir/*",
        EnumSet.of(jakarta.servlet.DispatcherType.REQUEST));
    routes.addServlet(
        new ServletHolder(
            "fhir",
            new LazyServlet(() -> new FhirServlet(new ReviewOperation(knowledge, codes, clock)))),
        "/fhir/*");
    AdminServlet admin =
        new AdminServlet(
            settings.adminToken(),
            settings.isOpen() && !settings.insecure(),
            metrics::scrape,
            least -> journal.<Object>map(j -> j.stats().lines(least)).orElse(List.of()));
    routes.addServlet(new ServletHolder(admin), "/metrics");
    routes.addServlet(new ServletHolder("stats", admin), "/stats");
    routes.addServlet(new ServletHolder(new HealthServlet(this::isReady)), "/health/*");
    routes.addServlet(new ServletHolder(new NotFoundServlet()), "/");
    GracefulHandler graceful = new GracefulHandler(routes);
    jetty.setHandler(graceful);
    jetty.setErrorHandler(this::error);
    routes.setErrorHandler(this::error);
    jetty.setStopTimeout(DRAIN_MILLIS);
    listener = new Listener(jetty, settings);
  }

  private Trust trust(Settings settings, Clock clock) {
    return settings.isOpen()
        ? Trust.everybody(settings.anonymous())
        : new TokenTrust(
            settings.clients(),
            settings.publicUrl().orElseThrow(),
            journal.isPresent() ? journal.get() : new MemoryReplays(),
            clock);
  }

  private static Completer completer(Settings settings, Metrics metrics) {
    boolean none = settings.clients().stream().allMatch(c -> c.fhirServers().isEmpty());
    return none ? Completer.NONE : new EhrCompleter(settings.clients(), metrics::fetched);
  }

  /**
   * Errors that Jetty itself answers: the same body as ours, nothing of the request in it. What
   * stopping cuts off may be sent again.
   */
  private boolean error(Request request, Response response, Callback callback) {
    if (stopping && response.getStatus() == HttpStatus.INTERNAL_SERVER_ERROR_500) {
      response.setStatus(HttpStatus.SERVICE_UNAVAILABLE_503);
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.write(true, ByteBuffer.wrap(JsonErrors.body(response.getStatus())), callback);
    return true;
  }

  private boolean isReady() {
    return jetty.isStarted() && !stopping && journal.map(StoredJournal::isWriting).orElse(true);
  }

  public URI uri() {
    return listener.uri();
  }

  /** Waits until the service is stopped. */
  public void join() throws InterruptedException {
    jetty.join();
  }

  /** Says for a while that it is stopping, so that nobody sends more, then stops. */
  public void drain() {
    stopping = true;
    try {
      Thread.sleep(drain.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close();
  }

  /** Answers what is under way, writes what waits, and stops. */
  @Override
  public void close() {
    stopping = true;
    try {
      jetty.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the service did not stop cleanly", e);
    } finally {
      listener.close();
      journal.ifPresent(StoredJournal::close);
    }
  }
}
