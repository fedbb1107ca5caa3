package org.cobalink.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cobalink.Service;
import org.cobalink.fhir.Json;

/** Requests as clients send them, from the shipped examples. */
final class Calls {
  static final String PATH = "/cds-services/b12-injection";

  private Calls() {}

  static ObjectNode example(String name) {
    try {
      return (ObjectNode)
          Json.MAPPER.readTree(
              Files.readAllBytes(Path.of("hooks/b12-injection/examples", name, "request.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words say anemia, the code does not: a card with a suggestion. */
  static ObjectNode recode() {
    return example("the-words-say-anemia-and-the-code-does-not");
  }

  static HttpResponse<byte[]> post(Service service, String path, Object body, String token) {
    return send(
        service,
        path,
        body,
        token == null ? List.of() : List.of("Authorization", "Bearer " + token));
  }

  static HttpResponse<byte[]> send(
      Service service, String path, Object body, List<String> headers) {
    try {
      HttpRequest.Builder request =
          service
              .request(path)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body)));
      for (int i = 0; i < headers.size(); i += 2) {
        request.header(headers.get(i), headers.get(i + 1));
      }
      return service.send(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
