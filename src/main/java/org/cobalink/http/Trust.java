package org.cobalink.http;

import jakarta.servlet.http.HttpServletRequest;
import org.cobalink.hooks.Client;

/** Who calls. */
public interface Trust {
  /**
   * The client behind a request.
   *
   * @throws org.cobalink.hooks.BadCall 401 where it does not prove who it is, with no word why; 403
   *     where it may not call
   */
  Client caller(HttpServletRequest request);

  /** Takes everybody for the same client. */
  static Trust everybody(Client client) {
    return request -> client;
  }
}
