package org.cobalink.review.assess;

import java.util.List;
import org.cobalink.knowledge.Tokens.Token;

/** What a token is by its shape alone. */
final class Shape {
  private Shape() {}

  /** Letters that are neither how often nor a code nor part of a measure: "6 h", "K 4.1", "L5". */
  static boolean isWord(List<Token> tokens, int at) {
    String t = tokens.get(at).text();
    return Character.isLetter(t.charAt(0)) && !isCode(t) && !isCount(t) && !isMeasure(tokens, at);
  }

  private static boolean isMeasure(List<Token> tokens, int at) {
    String t = tokens.get(at).text();
    return t.length() == 1 ? isNumber(tokens, at - 1) || isNumber(tokens, at + 1) : isLevel(t);
  }

  private static boolean isNumber(List<Token> tokens, int at) {
    return at >= 0 && at < tokens.size() && Character.isDigit(tokens.get(at).text().charAt(0));
  }

  /** "L5": a letter and a digit. */
  private static boolean isLevel(String t) {
    return t.length() == 2 && Character.isDigit(t.charAt(1));
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
