package org.cobalink.hooks;

/**
 * Who calls.
 *
 * @param id of the configured client; part of every uuid of its cards
 */
public record Client(String id, ClientProfile profile) {
  /** Whoever calls a service that asks nobody for a name. */
  public static final Client DEFAULT = new Client("default", ClientProfiles.builtIn().fallback());
}
