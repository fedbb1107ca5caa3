package org.cobalink.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.cobalink.hooks.BadCall;

/** Reads a body, never more of it than is allowed. */
final class BodyReader {
  /** More than any client sends that only once forgot to page. */
  private static final int DISCARDED = 4;

  private final int maxBody;
  private final Admission admission;

  BodyReader(int maxBody, Admission admission) {
    this.maxBody = maxBody;
    this.admission = admission;
  }

  /**
   * Reads; the room taken is for the caller to give back.
   *
   * @throws BadCall 400 empty, 413 too large, 503 no room now
   */
  byte[] read(HttpServletRequest request) throws IOException {
    try (InputStream in = request.getInputStream()) {
      long declared = request.getContentLengthLong();
      byte[] body = declared > maxBody ? new byte[0] : in.readNBytes(maxBody + 1);
      if (declared > maxBody || body.length > maxBody) {
        discard(in);
        throw new BadCall(
            413, "too-long", List.of("the body is larger than " + maxBody + " bytes"));
      }
      if (body.length == 0) {
        throw new BadCall(400, "structure", List.of("the body is empty"));
      }
      admission.take(body.length);
      return body;
    }
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
