package org.cobalink.hooks;

import java.util.List;

/** Where decisions and feedback are kept. */
public interface Journal {
  /** Keeps nothing. */
  Journal NONE =
      new Journal() {
        @Override
        public void decided(List<Decision> decisions) {}

        @Override
        public boolean keepsFeedback() {
          return false;
        }

        @Override
        public void feedback(Client client, List<Feedback> items) {
          throw new IllegalStateException("nothing is kept here");
        }
      };

  /** Takes decisions to be written; neither waits nor fails. */
  void decided(List<Decision> decisions);

  boolean keepsFeedback();

  /**
   * Keeps feedback; it is on disk when this returns. The same item again changes nothing.
   *
   * @throws BadCall 503 where it cannot be kept now
   */
  void feedback(Client client, List<Feedback> items);
}
