package org.cobalink.review.assess;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.cobalink.knowledge.Lexicon.Direction;
import org.cobalink.knowledge.Lexicon.Effect;
import org.cobalink.knowledge.Lexicon.Modifier;
import org.cobalink.knowledge.Phrases;
import org.cobalink.knowledge.Tokens.Token;

/**
 * What stands around a diagnosis and is not understood: words that no table knows, blanks of a
 * template, a year. There is no closed list of words that take a diagnosis back ("disputed B12
 * deficiency", "B12 deficiency queried"), so what is not known to be harmless is asked about.
 */
final class Unread {
  private static final Set<Direction> BACK =
      Set.of(Direction.BACKWARD, Direction.ADJACENT, Direction.TRAILING, Direction.BETWEEN);
  private static final Set<Effect> HARMLESS = Set.of(Effect.FILLER, Effect.PLAIN);

  /** Behind a diagnosis these only lead on to what is said of it. */
  private static final Set<String> ASIDE = Set.of("/", "-", "(", ":");

  /** What follows these must be known. */
  private static final Set<String> PLACES = Set.of("in", "at", "per", "by", "before", "if", "as");

  private static final Set<String> BLANKS = Set.of("{", "}", "@", "_", "‹", "›");
  private static final Set<String> BEFORE_YEAR =
      Set.of(
          "the", "in", "(", ",", "-", "back", "from", "until", "till", "circa", "~", "of", ":",
          "early", "late");
  private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}s?");
  private static final Pattern MONTH = Pattern.compile("[0-9]{1,2}");
  private static final Pattern CODE = Pattern.compile("[a-z][0-9]{2}[0-9a-z.]*");
  private final List<Token> tokens;
  private final int start;
  private final int end;
  private final List<Mention> mentions;
  private final List<Phrases.Match<Modifier>> modifiers;

  Unread(
      List<Token> tokens,
      int start,
      int end,
      List<Mention> mentions,
      List<Phrases.Match<Modifier>> modifiers) {
    this.tokens = tokens;
    this.start = start;
    this.end = end;
    this.mentions = mentions;
    this.modifiers = modifiers;
  }

  /** Whether something around it is not understood. */
  boolean isAround(Mention m) {
    return isBefore(m) || isBehind(m) || isDatedOrBlank(m);
  }

  /**
   * A word right before it that no table knows ("sent for" included), or one that takes back what
   * comes before.
   */
  private boolean isBefore(Mention m) {
    int before = isText(m.start - 1, "for") ? m.start - 2 : m.start - 1;
    return before >= start
        && (isOpenWord(before)
            || isChoice(before, -1)
            || modifiers.stream().anyMatch(x -> x.end() == m.start && takesBack(x.values())));
  }

  /**
   * A word behind it that no table knows, harmless ones aside; or one that takes back, with nothing
   * of its own to speak of: "not felt to be present", "per payer", "may be".
   */
  private boolean isBehind(Mention m) {
    int at = m.isEvent() ? behindYear(m.end) : m.end;
    while (at < end && (isHarmless(at) || ASIDE.contains(text(at)))) {
      at++;
    }
    if (at >= end || isMention(at)) {
      return isChoice(m.end, 1);
    }
    if (isOpenWord(at)) {
      return !CODE.matcher(text(at)).matches();
    }
    int behind = behindModifier(at);
    boolean leads = PLACES.contains(text(at)) && behind == at + 1;
    return behind > at && (leads || isTakingBack(at)) && isOpenOrNothing(behind, leads);
  }

  /** "B12 deficiency / pernicious anemia": one of the two, and nobody said which. */
  private boolean isChoice(int at, int step) {
    return isText(at, "/") && at + step >= start && at + step < end && isMention(at + step);
  }

  /** Where the longest modifier that starts here ends; the same place where none does. */
  private int behindModifier(int at) {
    return modifiers.stream()
        .filter(x -> x.start() == at)
        .mapToInt(Phrases.Match::end)
        .max()
        .orElse(at);
  }

  private boolean isTakingBack(int at) {
    return modifiers.stream()
        .filter(x -> x.start() == at)
        .flatMap(x -> x.values().stream())
        .anyMatch(v -> !BACK.contains(v.direction()) && Clause.isTakingBack(v.effect()));
  }

  private boolean isOpenOrNothing(int from, boolean leads) {
    int at = from;
    while (at < end && isHarmless(at) && !leads) {
      at++;
    }
    return at >= end
        ? !leads
        : !isMention(at) && (isOpenWord(at) || !Character.isLetter(text(at).charAt(0)));
  }

  /** A year beside it, or the blank of a template: "in 2012", "*** B12 deficiency ***". */
  boolean isDatedOrBlank(Mention m) {
    boolean emptyBox = isText(m.start - 1, ")") && isText(m.start - 2, "(");
    boolean dated = !m.isEvent() && (isYearBehind(m) || isYearBefore(m));
    return emptyBox || isBlank(m.start - 1, -1) || isBlank(m.end, 1) || dated;
  }

  private boolean isBlank(int at, int step) {
    if (at < start || at >= end || isModified(at)) {
      return false;
    }
    return BLANKS.contains(text(at)) || (text(at).equals("*") && isText(at + step, "*"));
  }

  private boolean isYearBehind(Mention m) {
    return behindYear(m.end) > m.end;
  }

  /** Where a year that begins at {@code from} ends, "in early 2022" included; else the same. */
  int behindYear(int from) {
    int at = from;
    while (at < end && (BEFORE_YEAR.contains(text(at)) || isMonth(at))) {
      at += isMonth(at) ? 2 : 1;
    }
    return isYear(at) ? at + 1 : from;
  }

  private boolean isYearBefore(Mention m) {
    int at = m.start - 1;
    while (at >= start && (text(at).equals(":") || text(at).equals("-"))) {
      at--;
    }
    return isYear(at) && !isText(at - 1, "since");
  }

  private boolean isMonth(int at) {
    return at + 1 < end && MONTH.matcher(text(at)).matches() && text(at + 1).equals("/");
  }

  /** A year alone, not the beginning of a date. */
  private boolean isYear(int at) {
    return at >= start
        && at < end
        && YEAR.matcher(text(at)).matches()
        && !(isText(at + 1, "-") && at + 2 < end && MONTH.matcher(text(at + 2)).matches());
  }

  /** A word that no table knows: neither filler, modifier nor part of a mention. */
  boolean isOpenWord(int token) {
    return Character.isLetter(text(token).charAt(0)) && !isModified(token) && !isMention(token);
  }

  boolean isMention(int token) {
    return mentions.stream().anyMatch(m -> m.start <= token && token < m.end);
  }

  private boolean isModified(int token) {
    return modifiers.stream().anyMatch(m -> m.start() <= token && token < m.end());
  }

  private boolean isHarmless(int token) {
    return modifiers.stream()
        .anyMatch(
            m ->
                m.start() <= token
                    && token < m.end()
                    && HARMLESS.contains(m.values().get(0).effect()));
  }

  private boolean isText(int at, String text) {
    return at >= start && at < end && text(at).equals(text);
  }

  private String text(int token) {
    return tokens.get(token).text();
  }

  private static boolean takesBack(List<Modifier> meanings) {
    return meanings.stream()
        .allMatch(m -> BACK.contains(m.direction()) && Clause.isTakingBack(m.effect()));
  }
}
