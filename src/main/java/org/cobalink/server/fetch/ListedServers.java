package org.cobalink.server.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * FHIR servers that may be read from, compared as parsed scheme, host, port and path. Nothing is
 * resolved: a listed host may be private, an unlisted one is never looked up.
 */
final class ListedServers {
  private ListedServers() {}

  /** The base as a caller wrote it, where it is a listed one or stands under one. */
  static Optional<URI> listed(List<URI> servers, String written) {
    return parsed(written).filter(u -> servers.stream().anyMatch(s -> isUnder(s, u)));
  }

  /** The address of a next page, where it is still on the same server and under the same base. */
  static Optional<URI> next(URI base, String written) {
    try {
      URI next = base.resolve(new URI(written.replace("|", "%7C")));
      return isPlain(next) && isUnder(base, next) ? Optional.of(next) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<URI> parsed(String written) {
    try {
      URI uri = new URI(written);
      return isPlain(uri) && uri.getRawQuery() == null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** No user, no fragment, and no path that another reader may take for a different one. */
  private static boolean isPlain(URI uri) {
    String path = uri.getRawPath() == null ? "" : uri.getRawPath().toLowerCase(Locale.ROOT);
    return uri.getHost() != null
        && uri.getScheme() != null
        && uri.getRawUserInfo() == null
        && uri.getRawFragment() == null
        && !path.contains("..")
        && !path.contains("//")
        && !path.contains("%2e")
        && !path.contains("%2f")
        && !path.contains("%5c");
  }

  private static boolean isUnder(URI base, URI uri) {
    String root = withSlash(base.getRawPath());
    return base.getScheme().equalsIgnoreCase(uri.getScheme())
        && base.getHost().equalsIgnoreCase(uri.getHost())
        && port(base) == port(uri)
        && withSlash(uri.getRawPath()).startsWith(root);
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0
        ? uri.getPort()
        : uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
  }

  private static String withSlash(String path) {
    return path == null ? "/" : path.endsWith("/") ? path : path + "/";
  }
}
