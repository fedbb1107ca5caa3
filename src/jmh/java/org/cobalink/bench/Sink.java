package org.cobalink.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The baseline of bin/bench: the same Jetty, reads the body, answers a fixed card. */
public final class Sink extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final byte[] CARD =
      "{\"cards\":[{\"summary\":\"x\",\"indicator\":\"info\",\"source\":{\"label\":\"sink\"}}]}"
          .getBytes(StandardCharsets.UTF_8);

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.getInputStream().readAllBytes();
    response.setContentType("application/json");
    response.setContentLength(CARD.length);
    response.getOutputStream().write(CARD);
  }

  public static void main(String[] args) throws Exception {
    Server jetty = new Server();
    ServerConnector connector = new ServerConnector(jetty);
    connector.setHost("127.0.0.1");
    connector.setPort(Integer.parseInt(args[0]));
    jetty.addConnector(connector);
    ServletContextHandler routes = new ServletContextHandler("/");
    routes.addServlet(new ServletHolder(new Sink()), "/cds-services/*");
    jetty.setHandler(routes);
    jetty.start();
    jetty.join();
  }
}
