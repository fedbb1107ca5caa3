package org.cobalink.knowledge;

/**
 * A code, a category, or a range of them, as notes name them: E53.8, D52, E40-E64.
 *
 * @param from without its dot
 * @param to without its dot; what begins with it is in the range too
 */
public record CodeRange(String from, String to) {
  static CodeRange parse(String text) {
    String plain = text.replace(".", "");
    int dash = plain.indexOf('-');
    return dash < 0
        ? new CodeRange(plain, plain)
        : new CodeRange(plain.substring(0, dash), plain.substring(dash + 1));
  }

  /** Whether a dotted code is in the range. */
  public boolean covers(String code) {
    if (code.charAt(0) < from.charAt(0) || code.charAt(0) > to.charAt(0)) {
      return false;
    }
    String plain = code.replace(".", "");
    return plain.compareTo(from) >= 0 && (plain.startsWith(to) || plain.compareTo(to) <= 0);
  }
}
