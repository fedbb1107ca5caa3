package org.cobalink.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.cobalink.hooks.BadCall;

/** Reads a body, never more of it than is allowed. */
final class BodyReader {
  /** More than any client sends that only once forgot to page. */
  private static final int DISCARDED = 4;

  private static final int PART = 16_384;

  /** A body that comes slower than 500 bytes a second, five seconds aside, holds others up. */
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  private static final long NANOS_A_BYTE = 2_000_000L;

  private final int maxBody;
  private final Admission admission;

  BodyReader(int maxBody, Admission admission) {
    this.maxBody = maxBody;
    this.admission = admission;
  }

  /**
   * Reads; room is taken as the bytes come. The room taken is for the caller to give back.
   *
   * @throws BadCall 400 empty, 408 too slow, 413 too large, 503 no room now
   */
  byte[] read(HttpServletRequest request) throws IOException {
    try (InputStream in = request.getInputStream()) {
      if (request.getContentLengthLong() > maxBody) {
        throw tooLarge(in);
      }
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      byte[] part = new byte[PART];
      long start = System.nanoTime();
      try {
        for (int n = in.read(part); n >= 0; n = in.read(part)) {
          admission.take(n, body.size());
          body.write(part, 0, n);
          if (System.nanoTime() - start > PATIENCE_NANOS + body.size() * NANOS_A_BYTE) {
            throw new BadCall(408, "timeout", List.of("the body comes too slowly"));
          }
          if (body.size() > maxBody) {
            throw tooLarge(in);
          }
        }
        if (body.size() == 0) {
          throw new BadCall(400, "structure", List.of("the body is empty"));
        }
        return body.toByteArray();
      } catch (IOException | RuntimeException e) {
        admission.give(body.size());
        throw e;
      }
    }
  }

  private BadCall tooLarge(InputStream in) throws IOException {
    discard(in);
    return new BadCall(413, "too-long", List.of("the body is larger than " + maxBody + " bytes"));
  }

  /**
   * Reads on for a while: a connection closed on bytes still coming is reset, and the sender would
   * not see the answer.
   */
  private void discard(InputStream in) throws IOException {
    byte[] bytes = new byte[8192];
    long left = (long) DISCARDED * maxBody;
    for (int n = 0; n >= 0 && left > 0; left -= n) {
      n = in.read(bytes);
    }
  }
}
