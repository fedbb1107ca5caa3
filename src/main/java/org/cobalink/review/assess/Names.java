package org.cobalink.review.assess;

import java.util.ArrayList;
import java.util.List;
import org.cobalink.knowledge.Lexicon;
import org.cobalink.knowledge.Phrases;
import org.cobalink.knowledge.Roles;
import org.cobalink.knowledge.Roles.Role;
import org.cobalink.knowledge.Tokens;
import org.cobalink.knowledge.Tokens.Token;

/**
 * Names of people behind "Dr." or "Mrs.", and of places and products behind "at", "in", "on": no
 * words of ours, and no end of a sentence before them.
 */
final class Names {
  /** In things.tsv: a thing, whatever its name. */
  private static final String PLACE = "somewhere";

  private final Lexicon lexicon;
  private final Roles roles;

  Names(Lexicon lexicon, Roles roles) {
    this.lexicon = lexicon;
    this.roles = roles;
  }

  /** The tokens of a text without names of people, and with {@link #PLACE} for the others. */
  List<Token> leaveOut(String text, List<Token> tokens) {
    List<Token> kept = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (isInitial(text, tokens, i)) {
        i += 2;
        continue;
      }
      kept.add(isPlace(text, tokens, i) ? new Token(PLACE, token.start(), token.end()) : token);
      if (isHonorific(text, token)) {
        int name = isPeriod(tokens, i + 1) ? i + 2 : i + 1;
        i = isCapital(text, tokens, name) ? name : i;
      } else if (isNamed(text, tokens, i + 1)) {
        i++;
      }
    }
    return kept;
  }

  private boolean isHonorific(String text, Token token) {
    return roles.plays(Role.HONORIFIC, written(text, token).replace(".", ""));
  }

  /** "seen by J. Ruiz". */
  private boolean isInitial(String text, List<Token> tokens, int at) {
    return at > 0
        && tokens.get(at - 1).text().equals("by")
        && tokens.get(at).text().length() == 1
        && isCapital(text, tokens, at)
        && isPeriod(tokens, at + 1)
        && isCapital(text, tokens, at + 2)
        && isFree(lexicon.concepts(tokens), at + 2)
        && isFree(lexicon.modifiers(tokens), at + 2);
  }

  /** "by daughter Ann", and not "by daughter. Ruled out". */
  private boolean isNamed(String text, List<Token> tokens, int at) {
    return isCapital(text, tokens, at)
        && roles.plays(Role.BEFORE_NAME, written(text, tokens.get(at - 1)))
        && isFree(lexicon.concepts(tokens), at)
        && isFree(lexicon.modifiers(tokens), at);
  }

  /** "works at Amazon": a capital among small letters, and no words we know. */
  private boolean isPlace(String text, List<Token> tokens, int at) {
    return at > 1
        && isCapital(text, tokens, at)
        && roles.plays(Role.BEFORE_PLACE, written(text, tokens.get(at - 1)))
        && Character.isLowerCase(written(text, tokens.get(at - 2)).charAt(0))
        && isFree(lexicon.concepts(tokens), at)
        && isFree(lexicon.modifiers(tokens), at);
  }

  /** Whether none of the phrases found holds the token. */
  private static <T> boolean isFree(List<Phrases.Match<T>> found, int at) {
    return found.stream().noneMatch(m -> m.start() <= at && at < m.end());
  }

  private static boolean isCapital(String text, List<Token> tokens, int at) {
    return at < tokens.size() && Character.isUpperCase(text.charAt(tokens.get(at).start()));
  }

  private static boolean isPeriod(List<Token> tokens, int at) {
    return at < tokens.size()
        && (tokens.get(at).text().equals(".") || tokens.get(at).text().equals(Tokens.SENTENCE_END));
  }

  private static String written(String text, Token token) {
    return text.substring(token.start(), token.end());
  }
}
