package org.cobalink.review.assess;

import java.util.ArrayList;
import java.util.List;
import org.cobalink.knowledge.Roles;
import org.cobalink.knowledge.Roles.Role;
import org.cobalink.knowledge.Tokens;
import org.cobalink.knowledge.Tokens.Token;

/**
 * Names of people behind "Dr." or "Mrs.": no words of ours, and no end of a sentence before them.
 */
final class Names {
  private final String text;
  private final Roles roles;

  Names(String text, Roles roles) {
    this.text = text;
    this.roles = roles;
  }

  /** The tokens without names; what stands before a name stays. */
  List<Token> leaveOut(List<Token> tokens) {
    List<Token> kept = new ArrayList<>(tokens.size());
    int at = 0;
    while (at < tokens.size()) {
      kept.add(tokens.get(at));
      at = isHonorific(tokens.get(at)) ? behindName(tokens, at + 1) : at + 1;
    }
    return kept;
  }

  private boolean isHonorific(Token token) {
    return roles.plays(Role.HONORIFIC, written(token).replace(".", ""));
  }

  /** Where the name that begins at {@code from} ends; the same where there is none. */
  private int behindName(List<Token> tokens, int from) {
    int at = from < tokens.size() && isPeriod(tokens.get(from)) ? from + 1 : from;
    boolean name = at < tokens.size() && Character.isUpperCase(written(tokens.get(at)).charAt(0));
    return name ? at + 1 : from;
  }

  private static boolean isPeriod(Token token) {
    return token.text().equals(".") || token.text().equals(Tokens.SENTENCE_END);
  }

  private String written(Token token) {
    return text.substring(token.start(), token.end());
  }
}
