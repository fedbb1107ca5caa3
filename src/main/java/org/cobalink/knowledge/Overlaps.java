package org.cobalink.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Phrases of modifiers.tsv that a phrase before them would hide, because it takes their first word:
 * "wife is worried" hides "worried about", and ", screening", said of what stands before, hides
 * "screening for". Where the hidden one takes a diagnosis back, it counts too.
 */
record Overlaps(Phrases<Modifier> modifiers, Phrases.Place<Modifier> place) {
  private static final Set<Direction> AHEAD = Set.of(Direction.FORWARD, Direction.NEXT);

  List<Phrases.Match<Modifier>> find(List<Tokens.Token> tokens) {
    List<Phrases.Match<Modifier>> all = new ArrayList<>();
    for (var match : modifiers.find(tokens, place)) {
      boolean pointsBack = !isWord(tokens, match.start());
      boolean hides = pointsBack || !Modifier.takeBack(match.values());
      var hidden = hides ? hiddenBy(match, tokens) : null;
      if (hidden == null || !pointsBack || hidden.end() == match.end()) {
        all.add(match);
      }
      if (hidden != null) {
        all.add(hidden);
      }
    }
    return all;
  }

  private Phrases.Match<Modifier> hiddenBy(
      Phrases.Match<Modifier> match, List<Tokens.Token> tokens) {
    for (int i = match.start() + 1; i < match.end(); i++) {
      var other = modifiers.longestAt(tokens, i, place);
      if (other != null && goesOn(match, other, tokens) && takesBackAhead(match, other)) {
        return other;
      }
    }
    return null;
  }

  /** By a word at least: "not in question" hides no "in question," of another table row. */
  private static boolean goesOn(
      Phrases.Match<Modifier> match, Phrases.Match<Modifier> other, List<Tokens.Token> tokens) {
    if (other.end() == match.end()) {
      return !isWord(tokens, match.start()) && other.start() == match.start() + 1;
    }
    for (int i = match.end(); i < other.end(); i++) {
      if (isWord(tokens, i)) {
        return true;
      }
    }
    return false;
  }

  /** Behind words that take back too, only what looks ahead says something more. */
  private static boolean takesBackAhead(
      Phrases.Match<Modifier> match, Phrases.Match<Modifier> other) {
    boolean takenBack = Modifier.takeBack(match.values());
    return other.values().stream()
        .anyMatch(m -> m.effect().takesBack() && (!takenBack || AHEAD.contains(m.direction())));
  }

  private static boolean isWord(List<Tokens.Token> tokens, int at) {
    return Character.isLetterOrDigit(tokens.get(at).text().charAt(0));
  }
}
