package org.cobalink.hooks;

/**
 * What a client accepts (contract §3).
 *
 * @param name part of every uuid
 * @param sendsReasons whether its draft orders are known to carry reasons
 */
public record ClientProfile(String name, boolean sendsReasons) {
  public static final ClientProfile DEFAULT = new ClientProfile("default", false);
}
