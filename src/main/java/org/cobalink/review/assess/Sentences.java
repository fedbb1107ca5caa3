package org.cobalink.review.assess;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cobalink.knowledge.Roles;
import org.cobalink.knowledge.Roles.Role;
import org.cobalink.knowledge.Tokens;
import org.cobalink.knowledge.Tokens.Token;

/**
 * The sentences of one who begins none with a capital: "b12 deficiency: negative. iron next". A
 * period ends them, but behind an abbreviation (roles.tsv) or an initial.
 */
record Sentences(Roles roles) {
  private static final Pattern CAPITAL = Pattern.compile("(^|[.\\n])[^\\p{L}]*\\p{Lu}");

  List<Token> of(String text, List<Token> tokens) {
    boolean periods = tokens.stream().anyMatch(t -> t.text().equals("."));
    return !periods || CAPITAL.matcher(text).find()
        ? tokens
        : IntStream.range(0, tokens.size())
            .mapToObj(i -> isEnd(text, tokens, i) ? end(tokens.get(i)) : tokens.get(i))
            .toList();
  }

  /** Where the sentence of a token begins. */
  static int start(List<Token> tokens, int at) {
    int start = at;
    while (start > 0 && !Clauses.isEnd(tokens.get(start - 1).text())) {
      start--;
    }
    return start;
  }

  private boolean isEnd(String text, List<Token> tokens, int at) {
    Token token = tokens.get(at);
    if (!token.text().equals(".") || at == 0 || !text.startsWith(" ", token.end())) {
      return false;
    }
    Token before = tokens.get(at - 1);
    return before.end() == token.start()
        && (before.text().length() > 1 || Character.isDigit(before.text().charAt(0)))
        && !roles.plays(Role.ABBREVIATION, before.text());
  }

  private static Token end(Token period) {
    return new Token(Tokens.SENTENCE_END, period.start(), period.end());
  }
}
