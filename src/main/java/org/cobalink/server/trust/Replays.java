package org.cobalink.server.trust;

import java.time.Instant;

/** Remembers the tokens seen, so that none is taken twice. */
@FunctionalInterface
public interface Replays {
  /**
   * Remembers a token until it has expired.
   *
   * @return false where it was seen before
   */
  boolean isFirst(String issuer, String jti, Instant expires);
}
