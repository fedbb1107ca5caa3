package org.cobalink.server.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.cobalink.fhir.Json;
import org.cobalink.fhir.References;

/**
 * Reads for one call: its token, its base, its deadline. Pages are followed while they stay under
 * the base; no redirect is. What is still under way at the end is cut off.
 */
final class EhrReader {
  private static final int MOST_PAGES = 10;
  private static final long MOST_BYTES = 5_000_000;
  private final HttpClient http;
  private final URI base;
  private final String token;
  private final boolean post;
  private final long deadline;
  private final Queue<CompletableFuture<?>> running = new ConcurrentLinkedQueue<>();

  /**
   * @param post searches by POST
   */
  EhrReader(HttpClient http, URI base, String token, boolean post, Duration budget) {
    this.http = http;
    this.base = base;
    this.token = token;
    this.post = post;
    this.deadline = System.nanoTime() + budget.toNanos();
  }

  /** What a query gives, all its pages in one Bundle; fails where it could not be read. */
  CompletableFuture<JsonNode> read(String query) {
    boolean absolute = query.startsWith("http:") || query.startsWith("https:");
    Optional<URI> next = absolute ? ListedServers.next(base, query) : Optional.empty();
    if (absolute && next.isEmpty()) {
      return CompletableFuture.failedFuture(new IOException("a page elsewhere"));
    }
    HttpRequest request = absolute ? get(next.get()) : first(query);
    return send(request).thenCompose(r -> pages(r, 1));
  }

  long nanosLeft() {
    return deadline - System.nanoTime();
  }

  /** Ends what is still under way. */
  void cut() {
    running.forEach(f -> f.cancel(true));
  }

  private HttpRequest first(String query) {
    int search = query.indexOf('?');
    String root = base.toString().endsWith("/") ? base.toString() : base + "/";
    String encoded = query.replace("|", "%7C");
    if (!post || search < 0) {
      return get(URI.create(root + encoded));
    }
    return request(URI.create(root + query.substring(0, search) + "/_search"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(encoded.substring(search + 1)))
        .build();
  }

  private HttpRequest get(URI uri) {
    return request(uri).GET().build();
  }

  private HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri)
        .timeout(Duration.ofNanos(Math.max(1, nanosLeft())))
        .header("Accept", "application/fhir+json")
        .header("Authorization", "Bearer " + token);
  }

  private CompletableFuture<JsonNode> send(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> sent =
        http.sendAsync(request, info -> new LimitedBody(MOST_BYTES));
    running.add(sent);
    return sent.thenApply(EhrReader::resource);
  }

  private static JsonNode resource(HttpResponse<byte[]> response) {
    try {
      JsonNode json = response.statusCode() == 200 ? Json.MAPPER.readTree(response.body()) : null;
      if (json != null && json.has("resourceType")) {
        return json;
      }
    } catch (IOException e) {
      // told below, without what was read
    }
    throw new IllegalStateException("no resource: status " + response.statusCode());
  }

  /** A Bundle that keeps its next link could not be read to the end. */
  private CompletableFuture<JsonNode> pages(JsonNode page, int count) {
    Optional<URI> next = References.nextPage(page).flatMap(u -> ListedServers.next(base, u));
    if (next.isEmpty() || count >= MOST_PAGES || nanosLeft() <= 0) {
      return CompletableFuture.completedFuture(page);
    }
    return send(get(next.get()))
        .thenCompose(p -> pages(p, count + 1))
        .handle((rest, fault) -> fault == null ? References.joined(page, rest) : page);
  }
}
