package org.cobalink.server;

import java.time.Duration;

/**
 * How the service runs.
 *
 * @param host address to listen on
 * @param port 0 for any free one
 * @param maxBody most bytes of a request body
 * @param timeout longest wait for a client that sends or reads nothing
 */
public record Settings(String host, int port, int maxBody, Duration timeout) {
  public static final int DEFAULT_MAX_BODY = 10 * 1024 * 1024;

  public static Settings loopback(int port) {
    return new Settings("127.0.0.1", port, DEFAULT_MAX_BODY, Duration.ofSeconds(30));
  }
}
