package org.cobalink.http;

import java.util.List;
import org.cobalink.hooks.Client;
import org.cobalink.hooks.Decision;

/** Sees every call answered, and nothing of a chart. */
public interface Watch {
  Watch NOBODY = call -> {};

  /**
   * One call.
   *
   * @param what "discovery", "feedback", or the hook; "unknown" where it was not read
   * @param id the hookInstance where that is a UUID, else one of ours
   * @param client null where nobody was recognised
   * @param items feedback items kept
   */
  record Seen(
      String what,
      String id,
      Client client,
      int status,
      long nanos,
      List<Decision> decisions,
      int items) {}

  void answered(Seen call);
}
