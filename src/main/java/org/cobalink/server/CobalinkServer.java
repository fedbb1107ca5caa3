package org.cobalink.server;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.ZoneId;
import org.cobalink.fhir.ValueSets;
import org.cobalink.hooks.HookService;
import org.cobalink.http.CdsHooksServlet;
import org.cobalink.http.HealthServlet;
import org.cobalink.http.JsonErrors;
import org.cobalink.http.NotFoundServlet;
import org.cobalink.knowledge.Knowledge;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** The running service: the very wiring that the tests use. */
public final class CobalinkServer implements AutoCloseable {
  private final Server jetty;
  private final ServerConnector connector;

  private CobalinkServer(Server jetty, ServerConnector connector) {
    this.jetty = jetty;
    this.connector = connector;
  }

  /** Loads the knowledge, refuses to start where it is not whole, and listens. */
  public static CobalinkServer start(Settings settings) throws Exception {
    HookService hooks = new HookService(Knowledge.load(), ValueSets.load());
    Server jetty = new Server();
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(settings.timeout().toMillis());
    jetty.addConnector(connector);
    ServletContextHandler routes = new ServletContextHandler("/");
    routes.addServlet(
        new ServletHolder(
            new CdsHooksServlet(hooks, Clock.system(ZoneId.systemDefault()), settings.maxBody())),
        "/cds-services/*");
    routes.addServlet(new ServletHolder(new HealthServlet(jetty::isStarted)), "/health/*");
    routes.addServlet(new ServletHolder(new NotFoundServlet()), "/");
    jetty.setHandler(routes);
    jetty.setErrorHandler(CobalinkServer::error);
    routes.setErrorHandler(CobalinkServer::error);
    jetty.setStopTimeout(10_000);
    jetty.setStopAtShutdown(true);
    jetty.start();
    return new CobalinkServer(jetty, connector);
  }

  /** Errors that Jetty itself answers: the same body as ours, nothing of the request in it. */
  private static boolean error(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.write(true, ByteBuffer.wrap(JsonErrors.body(response.getStatus())), callback);
    return true;
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  /** Waits until the service is stopped. */
  public void join() throws InterruptedException {
    jetty.join();
  }

  @Override
  public void close() {
    try {
      jetty.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the service did not stop cleanly", e);
    }
  }
}
