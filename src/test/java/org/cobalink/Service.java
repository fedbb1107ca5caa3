package org.cobalink;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.cobalink.server.CobalinkServer;
import org.cobalink.server.Settings;

/** The service on a real loopback port, with the wiring of main, and a plain client for it. */
public final class Service implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final CobalinkServer server;

  public Service() {
    this(Settings.loopback(0));
  }

  public Service(Settings settings) {
    try {
      server = CobalinkServer.start(settings);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public URI uri() {
    return server.uri();
  }

  public HttpResponse<byte[]> post(byte[] body) {
    return send(
        request("/cds-services/b12-injection")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.uri().resolve(path));
  }

  public HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
