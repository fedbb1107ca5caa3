package org.cobalink.review.assess;

import java.util.List;
import org.cobalink.knowledge.Roles;
import org.cobalink.knowledge.Roles.Role;
import org.cobalink.knowledge.Tokens.Token;

/** Words that may name again what was named before: "the deficiency", "both deficiencies". */
record NamesAgain(Roles roles) {
  private static final String OF = "of";

  /** "Cause of the deficiency: ...", "... of the latter is ...", "cause of #2" */
  boolean isEndOf(List<Token> tokens) {
    int last = tokens.size() - 1;
    return last > 0
        && (plays(Role.ITEM_NUMBER, tokens, last - 1)
            || (isNamedBefore(tokens, last) && (isNoun(tokens, last) || isOfTwo(tokens, last))));
  }

  /** Whether "the", "her" or "both" stands before it. */
  boolean isNamedBefore(List<Token> tokens, int at) {
    return opens(tokens, start(tokens, at) - 1);
  }

  /** Where its name begins: "cord degeneration", which only one noun behind "the" does. */
  int start(List<Token> tokens, int at) {
    boolean two = at > 1 && !opens(tokens, at - 1) && opens(tokens, at - 2);
    return two && isNoun(tokens, at) ? at - 1 : at;
  }

  private boolean opens(List<Token> tokens, int at) {
    return at >= 0 && (plays(Role.DEFINITE, tokens, at) || plays(Role.BOTH, tokens, at));
  }

  /** "Deficiency", not "deficiency of iron". */
  boolean isNoun(List<Token> tokens, int at) {
    return plays(Role.NAMES_AGAIN, tokens, at)
        && !(at + 1 < tokens.size() && tokens.get(at + 1).text().equals(OF));
  }

  /** "It", "this", at the end of a sentence or part. */
  boolean isPronoun(List<Token> tokens, int at) {
    return plays(Role.PRONOUN, tokens, at)
        && (at + 1 == tokens.size()
            || !Character.isLetterOrDigit(tokens.get(at + 1).text().charAt(0)));
  }

  /** "Former", "latter". */
  boolean isOfTwo(List<Token> tokens, int at) {
    return plays(Role.FORMER, tokens, at) || plays(Role.LATTER, tokens, at);
  }

  /** "Both", of no noun that speaks of them. */
  boolean isBoth(List<Token> tokens, int at) {
    return plays(Role.BOTH, tokens, at) && !(at + 1 < tokens.size() && isNoun(tokens, at + 1));
  }

  /** What "the former" or "the latter" of two things is. */
  Mention which(List<Mention> two, List<Token> tokens, int at) {
    return two.get(plays(Role.FORMER, tokens, at) ? 0 : 1);
  }

  /** How many of those before a noun speaks of: of one, or of "both". */
  int howMany(List<Token> tokens, int at) {
    return plays(Role.BOTH, tokens, at - 1) ? 2 : 1;
  }

  private boolean plays(Role role, List<Token> tokens, int at) {
    return roles.plays(role, tokens.get(at).text());
  }
}
