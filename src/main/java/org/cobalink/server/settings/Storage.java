package org.cobalink.server.settings;

import java.time.Duration;

/**
 * Where decisions and feedback are kept.
 *
 * @param url JDBC URL of SQLite or PostgreSQL; {@code none} keeps nothing and takes no feedback
 * @param hashKey key under which ids are hashed; empty for one made at the first start
 * @param retention how long rows are kept
 * @param queue decisions waiting to be written; more are dropped and counted
 */
public record Storage(
    String url, String user, String password, String hashKey, Duration retention, int queue) {
  public static final String NONE = "none";

  public boolean isKept() {
    return !url.equals(NONE);
  }
}
