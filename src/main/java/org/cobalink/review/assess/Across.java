package org.cobalink.review.assess;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.cobalink.knowledge.Lexicon.Direction;
import org.cobalink.knowledge.Lexicon.Effect;
import org.cobalink.knowledge.Lexicon.Modifier;
import org.cobalink.knowledge.Phrases;
import org.cobalink.knowledge.Tokens;
import org.cobalink.knowledge.Tokens.Token;

/**
 * What reaches past the end of a clause: a heading over what follows it ("Family history: diabetes;
 * pernicious anemia"), and words with nothing of their own to speak of back over the diagnosis
 * before them ("B12 deficiency. Ruled out.").
 */
final class Across {
  private static final Set<String> REFERENCES =
      Set.of(
          "this",
          "it",
          "that",
          "diagnosis",
          "dx",
          "same",
          "these",
          "above",
          "confirm",
          "deficiency",
          "condition",
          "problem",
          "disease",
          "disorder");

  /** A clause that begins with these goes on about what stood before it. */
  private static final Set<String> OPENING = Set.of("this", "it", "that", "diagnosis", "dx");

  private static final Set<Direction> BACK =
      Set.of(
          Direction.BACKWARD,
          Direction.BOTH,
          Direction.TRAILING,
          Direction.SIDE,
          Direction.EARLIER);
  private static final Set<String> IN_HEADINGS =
      Set.of("and", "the", "of", "for", "a", "an", "to", "s");
  private final List<Token> tokens;
  private final List<Span> clauses;
  private final List<Mention> mentions;
  private final List<Phrases.Match<Modifier>> modifiers;
  private final BiPredicate<Mention, Mention> entails;

  /** A clause: {@code [start, end)}, the token at the end being what closed it. */
  record Span(int start, int end) {}

  /**
   * @param entails whether what the first means entails what the second may mean
   */
  Across(
      List<Token> tokens,
      List<Span> clauses,
      List<Mention> mentions,
      List<Phrases.Match<Modifier>> modifiers,
      BiPredicate<Mention, Mention> entails) {
    this.entails = entails;
    this.tokens = tokens;
    this.clauses = clauses;
    this.mentions = mentions;
    this.modifiers = modifiers;
  }

  void read() {
    List<Effect> heading = List.of();
    List<Mention> last = List.of();
    boolean strangeHeading = false;
    boolean overList = false;
    for (Span s : clauses) {
      List<Mention> here = mentions.stream().filter(m -> isIn(s, m.start, m.end)).toList();
      boolean newLine = isText(s.start - 1, Tokens.NEWLINE);
      if (hasColon(s) || (newLine && !(overList && isItem(s)))) {
        heading = List.of();
      }
      for (Mention m : here) {
        heading.forEach(m::apply);
        if (strangeHeading) {
          m.doubt();
        }
      }
      if (here.isEmpty() ? takesBack(s) || isUnclear(s) : looksBack(s, here)) {
        last.forEach(Mention::doubt);
      }
      here.stream().filter(m -> !m.isStatedPlainly()).forEach(this::takeBackEarlier);
      last = here.isEmpty() ? last : here;
      strangeHeading = here.isEmpty() && isText(s.end, ":") && hasOpenWord(s);
      Phrases.Match<Modifier> opened = heading(s);
      if (opened != null) {
        heading = opened.values().stream().map(Modifier::effect).toList();
        overList = isText(opened.end() + 1, Tokens.NEWLINE);
      }
    }
  }

  /** "Anemia due to B12 deficiency. Anemia resolved." */
  private void takeBackEarlier(Mention later) {
    mentions.stream()
        .filter(m -> m.end <= later.start && m.isStatedPlainly() && entails.test(m, later))
        .forEach(Mention::doubt);
  }

  /** A modifier of certainty, time or person with a colon behind it. */
  private Phrases.Match<Modifier> heading(Span s) {
    return modifiers.stream()
        .filter(m -> isIn(s, m.start(), m.end()))
        .filter(m -> isText(m.end(), ":") || isText(m.end() - 1, ":"))
        .filter(m -> m.values().stream().allMatch(v -> Reach.isTakingBack(v.effect())))
        .findFirst()
        .orElse(null);
  }

  private boolean hasColon(Span s) {
    for (int i = s.start; i <= s.end && i < tokens.size(); i++) {
      if (isText(i, ":")) {
        return true;
      }
    }
    return false;
  }

  private boolean isItem(Span s) {
    return s.start < s.end && !Character.isLetter(tokens.get(s.start).text().charAt(0));
  }

  /** "B12 deficiency; this was wrong": it speaks of the diagnosis in words that no table knows. */
  private boolean isUnclear(Span s) {
    boolean speaks = s.start < s.end && OPENING.contains(tokens.get(s.start).text());
    return speaks && hasOpenWord(new Span(s.start + 1, s.end));
  }

  /** "Ruled out, HTN", and "repeat B12 to confirm dx", which names no other disease. */
  private boolean looksBack(Span s, List<Mention> here) {
    boolean noDisease = here.stream().noneMatch(Mention::isDiagnosis);
    return opens(s, Set.of(Direction.BACKWARD, Direction.EARLIER))
        || (noDisease && doubts(s) && pointsBack(s));
  }

  private boolean doubts(Span s) {
    return modifiers.stream().anyMatch(m -> isIn(s, m.start(), m.end()) && doubts(m, s));
  }

  private boolean pointsBack(Span s) {
    for (int i = s.start; i < s.end; i++) {
      if (REFERENCES.contains(tokens.get(i).text())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Words that doubt, deny, date or ascribe, and speak of what stood before: they open the clause
   * looking back, they point back ("this diagnosis"), or nothing else is there to speak of.
   */
  private boolean takesBack(Span s) {
    boolean both =
        modifiers.stream()
            .filter(m -> isIn(s, m.start(), m.end()) && doubts(m, s))
            .anyMatch(m -> m.values().stream().allMatch(v -> v.direction() == Direction.BOTH));
    return doubts(s) && (both || pointsBack(s) || opens(s, BACK) || !hasOpenWord(s));
  }

  /** "Ruled out by normal MMA." */
  private boolean opens(Span s, Set<Direction> back) {
    return modifiers.stream()
        .filter(m -> m.start() == s.start && m.end() <= s.end && !isText(m.end(), ":"))
        .anyMatch(
            m -> doubts(m, s) && m.values().stream().anyMatch(v -> back.contains(v.direction())));
  }

  /** What only speaks of the very word before it ("labs") must be all that is said. */
  private static boolean doubts(Phrases.Match<Modifier> m, Span s) {
    boolean all = m.start() == s.start && m.end() == s.end;
    return m.values().stream()
        .allMatch(
            v -> Reach.isTakingBack(v.effect()) && (all || v.direction() != Direction.ADJACENT));
  }

  private boolean hasOpenWord(Span s) {
    for (int i = s.start; i < s.end; i++) {
      int at = i;
      String t = tokens.get(i).text();
      if (Character.isLetter(t.charAt(0))
          && !IN_HEADINGS.contains(t)
          && modifiers.stream().noneMatch(m -> m.start() <= at && at < m.end())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(Span s, int start, int end) {
    return start >= s.start && end <= s.end;
  }

  private boolean isText(int at, String text) {
    return at >= 0 && at < tokens.size() && tokens.get(at).text().equals(text);
  }
}
