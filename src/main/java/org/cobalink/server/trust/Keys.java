package org.cobalink.server.trust;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cobalink.server.fetch.LimitedBody;
import org.cobalink.server.settings.TrustedClient;

/**
 * The public keys of a client: from a file, or from the one address its settings name, cached,
 * fetched again once for a key not known, and not more often than every half minute.
 */
final class Keys {
  private static final Duration CACHED = Duration.ofMinutes(15);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final long LEAST_BETWEEN = Duration.ofSeconds(30).toMillis();
  private static final int MOST_BYTES = 200_000;
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .build();

  private Keys() {}

  /** Keys that may have been published at an address. */
  static JWKSource<SecurityContext> at(URI jku) {
    try {
      return JWKSourceBuilder.create(jku.toURL(), (ResourceRetriever) Keys::fetch)
          .cache(CACHED.toMillis(), PATIENCE.toMillis())
          .rateLimited(LEAST_BETWEEN)
          .refreshAheadCache(false)
          .build();
    } catch (java.net.MalformedURLException e) {
      throw new IllegalArgumentException(jku.toString(), e);
    }
  }

  /** Keys of a file; private parts, if it has any, are not taken. */
  static JWKSource<SecurityContext> in(TrustedClient client, Path file) {
    try {
      return new ImmutableJWKSet<>(JWKSet.load(file.toFile()).toPublicJWKSet());
    } catch (IOException | ParseException e) {
      throw new IllegalArgumentException(
          client.client().id() + ": " + file + " is not a JWK Set", e);
    }
  }

  /** No redirect: it would lead to an address that nobody listed. In time, body and all. */
  private static Resource fetch(URL url) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> sent = null;
    try {
      sent =
          HTTP.sendAsync(
              HttpRequest.newBuilder(url.toURI()).timeout(PATIENCE).build(),
              info -> new LimitedBody(MOST_BYTES));
      HttpResponse<byte[]> response = sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != 200) {
        throw new IOException("no keys: status " + response.statusCode());
      }
      return new Resource(new String(response.body(), StandardCharsets.UTF_8), "application/json");
    } catch (URISyntaxException | ExecutionException | TimeoutException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      if (sent != null) {
        sent.cancel(true);
      }
    }
  }
}
