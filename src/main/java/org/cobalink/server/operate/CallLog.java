package org.cobalink.server.operate;

import org.cobalink.http.Watch;

/** One line for each call, with nothing of its chart. */
public final class CallLog implements Watch {
  private static final System.Logger LOG = System.getLogger(CallLog.class.getName());
  private final Watch further;

  public CallLog(Watch further) {
    this.further = further;
  }

  @Override
  public void answered(Seen call) {
    further.answered(call);
    LOG.log(
        System.Logger.Level.INFO,
        "call {0} request={1} client={2} status={3} ms={4} reviews={5} feedback={6}",
        call.what(),
        call.id().isEmpty() ? "-" : call.id(),
        call.client() == null ? "-" : call.client().id(),
        String.valueOf(call.status()),
        String.valueOf(call.nanos() / 1_000_000),
        String.valueOf(call.decisions().size()),
        String.valueOf(call.items()));
  }
}
