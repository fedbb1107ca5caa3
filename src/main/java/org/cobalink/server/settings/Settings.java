package org.cobalink.server.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cobalink.hooks.Client;

/**
 * How the service runs.
 *
 * @param host address to listen on
 * @param port 0 for any free one
 * @param insecure serves others than loopback without asking who calls
 * @param publicUrl under which clients know the service; what {@code aud} must begin with
 * @param maxBody most bytes of a request body
 * @param maxCalls calls answered at once; more get 503
 * @param drain how long it says that it is stopping before it does
 * @param idle longest wait for a client that sends or reads nothing
 * @param jsonLogs one JSON object a line
 * @param cors origins of web pages that may call
 * @param adminToken opens /metrics and /stats; empty for loopback only
 * @param anonymous who calls where no client is configured
 */
public record Settings(
    String host,
    int port,
    boolean insecure,
    Optional<URI> publicUrl,
    int maxBody,
    int maxCalls,
    Duration drain,
    Duration idle,
    boolean jsonLogs,
    Set<String> cors,
    Optional<Tls> tls,
    String adminToken,
    Storage storage,
    Client anonymous,
    List<TrustedClient> clients) {
  public static final int DEFAULT_MAX_BODY = 10 * 1024 * 1024;

  /** Loopback, nobody configured, nothing kept. */
  public static Settings loopback(int port) {
    return new SettingsReader(
            Optional.empty(),
            Map.of("COBALINK_STORE_URL", Storage.NONE, "COBALINK_PORT", String.valueOf(port)))
        .settings();
  }

  /** Whether nobody is asked who calls. */
  public boolean isOpen() {
    return clients.isEmpty();
  }
}
