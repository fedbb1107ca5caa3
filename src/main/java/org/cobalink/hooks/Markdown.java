package org.cobalink.hooks;

/**
 * Chart text made safe inside GitHub-flavored Markdown: it can neither format, link nor break a
 * line.
 */
final class Markdown {
  private static final String SPECIAL = "\\`*_{}[]<>#|~&!@^$";

  private Markdown() {}

  /** Our own Markdown for a client that shows it as it stands. */
  static String plain(String markdown) {
    return markdown.replace("**", "").replaceAll("\\\\(?=\\p{Punct})", "");
  }

  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean autolink =
          (c == ':' && text.startsWith("//", i + 1))
              || (c == '.' && i >= 3 && text.regionMatches(true, i - 3, "www", 0, 3));
      boolean startsBlock = out.isEmpty() && (c == '-' || c == '+' || c == '=');
      if (SPECIAL.indexOf(c) >= 0 || autolink || startsBlock) {
        out.append('\\').append(c);
      } else {
        out.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
      }
    }
    return out.toString().strip();
  }
}
