package org.cobalink.knowledge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Splits words as a clinician types them into tokens: lower case, no accents, one kind of dash,
 * with the place of each in the original text. A period that ends a sentence is {@link
 * #SENTENCE_END}, one inside an abbreviation is ".".
 */
public final class Tokens {
  public static final String SENTENCE_END = "..";
  public static final String NEWLINE = "\n";
  private static final Pattern DATE = Pattern.compile("\\d{1,2}/\\d{1,2}/\\d{2,4}");
  private static final Pattern NUMBER = Pattern.compile("\\d+[.,]\\d+");

  /** The shape of a dotted ICD-10-CM code. */
  private static final Pattern CODE =
      Pattern.compile(
          "[A-Za-z]\\d[0-9A-Za-z]\\.(?:\\d|[A-Za-z]\\d|[xX])[0-9A-Za-z]{0,3}(?![0-9A-Za-z])");

  private static final List<Pattern> NUMBERS = List.of(DATE, NUMBER);
  private static final List<Pattern> CODES = List.of(CODE);

  private Tokens() {}

  /** One token and where it stands: {@code [start, end)} in the original text. */
  public record Token(String text, int start, int end) {}

  public static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>(text.length() / 4 + 4);
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        tokens.add(new Token(NEWLINE, i, i + 1));
        i++;
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || isApostrophe(c)) {
        i++;
      } else if (isWordPart(c)) {
        int end = wordEnd(text, i);
        tokens.add(new Token(plain(text.substring(i, end)), i, end));
        i = end;
      } else {
        tokens.add(new Token(punctuation(text, i, c), i, i + 1));
        i++;
      }
    }
    return tokens;
  }

  private static int wordEnd(String text, int start) {
    boolean digit = Character.isDigit(text.charAt(start));
    if (digit || looksLikeCode(text, start)) {
      for (Pattern p : digit ? NUMBERS : CODES) {
        var m = p.matcher(text).region(start, text.length());
        if (m.lookingAt()) {
          return m.end();
        }
      }
    }
    int i = start;
    while (i < text.length() && (isWordPart(text.charAt(i)) || isInnerApostrophe(text, i))) {
      i++;
    }
    return i;
  }

  private static boolean looksLikeCode(String text, int start) {
    return start + 3 < text.length()
        && Character.isDigit(text.charAt(start + 1))
        && text.charAt(start + 3) == '.';
  }

  private static boolean isWordPart(char c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.OTHER_NUMBER;
  }

  private static boolean isInnerApostrophe(String text, int i) {
    return isApostrophe(text.charAt(i))
        && i + 1 < text.length()
        && Character.isLetter(text.charAt(i + 1));
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019' || c == '\u2018' || c == '`';
  }

  private static String punctuation(String text, int at, char c) {
    if (c == '.') {
      int next = at + 1;
      while (next < text.length() && text.charAt(next) == ' ') {
        next++;
      }
      boolean ends =
          next >= text.length() || (next > at + 1 && !Character.isLowerCase(text.charAt(next)));
      return ends ? SENTENCE_END : ".";
    }
    if (Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u2212') {
      return "-";
    }
    return String.valueOf(c);
  }

  private static String plain(String word) {
    boolean ascii = true;
    for (int i = 0; i < word.length() && ascii; i++) {
      ascii = word.charAt(i) < 128;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    if (ascii && lower.indexOf('\'') < 0) {
      return lower;
    }
    String split = Normalizer.normalize(lower, Normalizer.Form.NFKD);
    StringBuilder out = new StringBuilder(split.length());
    for (int i = 0; i < split.length(); i++) {
      char c = split.charAt(i);
      if (c == 'æ' || c == 'œ') {
        out.append(c == 'æ' ? "ae" : "oe");
      } else if (Character.getType(c) != Character.NON_SPACING_MARK && !isApostrophe(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
