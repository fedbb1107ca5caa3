package org.cobalink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cobalink.server.CobalinkServer;
import org.cobalink.server.settings.Settings;
import org.cobalink.server.settings.SettingsReader;

/** The service on a real loopback port, with the wiring of main, and a plain client for it. */
public final class Service implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final CobalinkServer server;

  public Service() {
    this(Settings.loopback(0));
  }

  /** With settings as the environment has them, on a free port, keeping nothing unless told. */
  public Service(Map<String, String> environment) {
    this(settings("", environment));
  }

  /** Settings of a file's text and the environment. */
  public static Settings settings(String yaml, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.putIfAbsent("COBALINK_PORT", "0");
    if (!yaml.contains("store:")) {
      all.putIfAbsent("COBALINK_STORE_URL", "none");
    }
    try {
      Path file = Files.createTempFile("cobalink", ".yaml");
      Files.writeString(file, yaml);
      Settings settings = new SettingsReader(Optional.of(file), all).settings();
      Files.delete(file);
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
