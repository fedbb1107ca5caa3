package org.cobalink.hapi;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.cobalink.cases.CaseExpander;
import org.cobalink.cases.GoldenCase;
import org.cobalink.fhir.ValueSets;
import org.cobalink.hooks.Client;
import org.cobalink.hooks.Completer;
import org.cobalink.hooks.HookService;
import org.cobalink.hooks.Journal;
import org.cobalink.http.CdsHooksServlet;
import org.cobalink.http.Trust;
import org.cobalink.http.Watch;
import org.cobalink.knowledge.Knowledge;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

/** The example of docs/hapi.md, run: the review in a RestfulServer of one's own, without Spring. */
class AnyRestfulServerTest {
  // example
  static void register(ServletContextHandler routes) {
    RestfulServer fhir = new RestfulServer(FhirContext.forR4());
    fhir.registerProvider(new B12ReviewProvider(fhir.getFhirContext()));
    routes.addServlet(new ServletHolder(fhir), "/fhir/*");
    HookService hooks = new HookService(Knowledge.load(), ValueSets.load());
    CdsHooksServlet.Around around =
        new CdsHooksServlet.Around(
            Trust.everybody(Client.DEFAULT),
            request -> Completer.NONE,
            Journal.NONE,
            Watch.NOBODY,
            Clock.systemUTC(),
            10_000_000,
            64);
    routes.addServlet(new ServletHolder(new CdsHooksServlet(hooks, around)), "/cds-services/*");
  }

  // end

  @Test
  void bothDoorsAnswer() throws Exception {
    Server jetty = new Server();
    ServerConnector connector = new ServerConnector(jetty);
    connector.setHost("127.0.0.1");
    jetty.addConnector(connector);
    ServletContextHandler routes = new ServletContextHandler("/");
    register(routes);
    jetty.setHandler(routes);
    jetty.start();
    try {
      URI base = URI.create("http://127.0.0.1:" + connector.getLocalPort());
      GoldenCase any = GoldenCase.all().get(0);
      assertThat(post(base.resolve("/fhir/$b12-review"), new CaseExpander(any).chart().toString()))
          .contains("\"verdict\"");
      assertThat(
              post(
                  base.resolve("/cds-services/b12-injection"),
                  new CaseExpander(any).request().toString()))
          .contains("\"cards\"");
    } finally {
      jetty.stop();
    }
  }

  @Test
  void theDocumentShowsWhatRunsHere() throws Exception {
    String source =
        Files.readString(Path.of("src/test/java/org/cobalink/hapi/AnyRestfulServerTest.java"));
    String example = source.split("// example\n")[1].split("\n\n {2}// end")[0].stripIndent();
    assertThat(Files.readString(Path.of("docs/hapi.md"))).contains(example.strip());
  }

  private static String post(URI uri, String body) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(uri)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}
