package org.cobalink.http;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.cobalink.hooks.BadCall;

/**
 * Lets in as many calls as can be answered at once. What waits is held by the client, not by our
 * heap: a parsed chart takes several times the bytes it came in.
 */
final class Admission {
  /** Bytes of heap that one byte of a request may come to take. */
  private static final int GROWTH = 30;

  private final Semaphore calls;
  private final long most;
  private final AtomicLong bytes = new AtomicLong();

  Admission(int mostCalls) {
    this.calls = new Semaphore(mostCalls);
    this.most = Runtime.getRuntime().maxMemory() / 2 / GROWTH;
  }

  /**
   * @throws BadCall 503 where there is no room
   */
  void enter() {
    if (!calls.tryAcquire()) {
      throw busy();
    }
  }

  void leave() {
    calls.release();
  }

  /**
   * Room for more bytes of a body.
   *
   * @param had what this body has already
   * @throws BadCall 503 where there is none, unless it is the only one
   */
  void take(long size, long had) {
    long all = bytes.addAndGet(size);
    if (all > most && all > size + had) {
      bytes.addAndGet(-size);
      throw busy();
    }
  }

  void give(long size) {
    bytes.addAndGet(-size);
  }

  private static BadCall busy() {
    return new BadCall(503, "throttled", List.of("too many calls at once; try again"));
  }
}
