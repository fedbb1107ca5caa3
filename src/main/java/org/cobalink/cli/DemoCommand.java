package org.cobalink.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import org.cobalink.fhir.Json;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.server.CobalinkServer;
import org.cobalink.server.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description =
        "Serve on loopback, run the shipped examples over HTTP, show what a clinician sees.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class DemoCommand implements Callable<Integer> {
  @Option(names = "--once", description = "End after the examples.")
  boolean once;

  @Option(names = "--port", defaultValue = "0", description = "Port, 0 for any free one.")
  int port;

  @Override
  public Integer call() throws Exception {
    Knowledge knowledge = Knowledge.load();
    int failed = 0;
    try (CobalinkServer server = CobalinkServer.start(Settings.loopback(port))) {
      System.out.println("Serving at " + server.uri() + "/cds-services\n");
      for (String name : Examples.names()) {
        failed += run(server.uri(), name, knowledge) ? 0 : 1;
      }
      System.out.println(
          Examples.names().size()
              - failed
              + " of "
              + Examples.names().size()
              + " examples answered as recorded.");
      if (!once) {
        System.out.println("Still serving at " + server.uri() + "/cds-services. Stop with Ctrl-C.");
        server.join();
      }
    }
    return failed == 0 ? 0 : 1;
  }

  private static boolean run(URI base, String name, Knowledge knowledge)
      throws IOException, InterruptedException {
    byte[] request = Examples.request(name);
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(base.resolve("/cds-services/b12-injection"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    JsonNode answer = Json.MAPPER.readTree(response.body());
    boolean same =
        response.statusCode() == 200
            && answer.equals(Json.MAPPER.readTree(Examples.response(name)));
    System.out.println("── " + name.replace('-', ' '));
    JsonNode reviews = answer.path("extension").path("org.cobalink.reviews");
    for (JsonNode review : reviews) {
      System.out.println("  order     " + order(request, Json.text(review, "injection")));
      System.out.print(new ReviewPrinter(knowledge).print(review));
    }
    if (answer.path("cards").isEmpty()) {
      System.out.println("  card      none: nothing to say");
    }
    answer.path("cards").forEach(DemoCommand::card);
    System.out.println(
        same ? "  as recorded\n" : "  NOT AS RECORDED (status " + response.statusCode() + ")\n");
    return same;
  }

  private static String order(byte[] request, String ref) throws IOException {
    JsonNode call = Json.MAPPER.readTree(request);
    for (JsonNode entry : call.path("context").path("draftOrders").path("entry")) {
      JsonNode r = entry.path("resource");
      if (ref.endsWith("/" + Json.text(r, "id"))) {
        JsonNode drug = r.path("medicationCodeableConcept");
        return drug.path("text").asText(drug.path("coding").path(0).path("display").asText(ref));
      }
    }
    return ref;
  }

  private static void card(JsonNode card) {
    System.out.println(
        "  card      [" + Json.text(card, "indicator") + "] " + Json.text(card, "summary"));
    Json.text(card, "detail")
        .lines()
        .filter(l -> !l.isBlank())
        .forEach(l -> System.out.println("          | " + l));
    for (JsonNode suggestion : card.path("suggestions")) {
      System.out.println("          > [" + Json.text(suggestion, "label") + "]");
      suggestion
          .path("actions")
          .forEach(
              a ->
                  System.out.println(
                      "            " + Json.text(a, "type") + ": " + Json.text(a, "description")));
    }
  }
}
