package org.cobalink.server.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.cobalink.hooks.Client;
import org.cobalink.hooks.Completer;
import org.cobalink.hooks.HookCall;
import org.cobalink.server.settings.TrustedClient;

/**
 * Reads what was not prefetched, all at once, from the EHR of the client that calls (CDS Hooks
 * 2.0.1, "FHIR Resource Access"). The token is used for this call and forgotten.
 */
public final class EhrCompleter implements Completer {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private final Map<String, TrustedClient> clients = new LinkedHashMap<>();
  private final BiConsumer<String, String> counted;
  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  /**
   * @param counted takes client and outcome of each read: read, failed, late, or unlisted for a
   *     server that may not be read
   */
  public EhrCompleter(List<TrustedClient> clients, BiConsumer<String, String> counted) {
    clients.forEach(c -> this.clients.put(c.client().id(), c));
    this.counted = counted;
  }

  @Override
  public boolean reaches(HookCall call) {
    return !call.accessToken().isEmpty() && !call.fhirServer().isEmpty();
  }

  @Override
  public Map<String, JsonNode> complete(Client client, HookCall call, Map<String, String> queries) {
    TrustedClient known = clients.get(client.id());
    if (known == null) {
      return Map.of();
    }
    Optional<URI> base = ListedServers.listed(known.fhirServers(), call.fhirServer());
    if (base.isEmpty()) {
      counted.accept(client.id(), "unlisted");
      return Map.of();
    }
    Duration budget =
        known.fetchBudget().compareTo(client.profile().budget()) < 0
            ? known.fetchBudget()
            : client.profile().budget();
    EhrReader reader =
        new EhrReader(http, base.get(), call.accessToken(), known.searchByPost(), budget);
    try {
      return read(client, reader, queries);
    } finally {
      reader.cut();
    }
  }

  private Map<String, JsonNode> read(Client client, EhrReader reader, Map<String, String> queries) {
    Map<String, CompletableFuture<JsonNode>> running = new LinkedHashMap<>();
    queries.forEach((key, query) -> running.put(key, started(reader, query)));
    Map<String, JsonNode> read = new LinkedHashMap<>();
    running.forEach(
        (key, future) -> {
          String outcome = "failed";
          try {
            read.put(key, future.get(Math.max(0, reader.nanosLeft()), TimeUnit.NANOSECONDS));
            outcome = "read";
          } catch (TimeoutException e) {
            outcome = "late";
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (ExecutionException e) {
            outcome =
                e.getCause() instanceof java.net.http.HttpTimeoutException ? "late" : "failed";
          }
          counted.accept(client.id(), outcome);
        });
    return read;
  }

  private static CompletableFuture<JsonNode> started(EhrReader reader, String query) {
    try {
      return reader.read(query);
    } catch (IllegalArgumentException e) {
      // a token with a line break, or an id that makes no address
      return CompletableFuture.failedFuture(e);
    }
  }
}
