package org.cobalink.review.assess;

/** What a token is by its shape alone. */
final class Shape {
  private Shape() {}

  /** Letters that are neither how often nor a code. */
  static boolean isWord(String t) {
    return Character.isLetter(t.charAt(0)) && !isCode(t) && !isCount(t);
  }

  /** "x3", "q4wk": how often. */
  static boolean isCount(String t) {
    return t.length() > 1
        && (t.charAt(0) == 'x' || t.charAt(0) == 'q')
        && Character.isDigit(t.charAt(1));
  }

  /** "E53.8" beside the words it stands for. */
  static boolean isCode(String t) {
    return t.length() > 2
        && Character.isDigit(t.charAt(1))
        && Character.isLetterOrDigit(t.charAt(2));
  }
}
