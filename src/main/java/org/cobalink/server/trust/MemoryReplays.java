package org.cobalink.server.trust;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens seen by this process alone, for a service that keeps nothing. */
public final class MemoryReplays implements Replays {
  private static final int MOST = 100_000;
  private final Map<String, Instant> seen = new ConcurrentHashMap<>();

  @Override
  public boolean isFirst(String issuer, String jti, Instant expires) {
    if (seen.size() > MOST) {
      Instant now = Instant.now();
      seen.values().removeIf(e -> e.isBefore(now));
    }
    return seen.putIfAbsent(issuer + "\n" + jti, expires) == null;
  }
}
