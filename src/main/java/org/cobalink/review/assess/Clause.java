package org.cobalink.review.assess;

import java.util.List;
import java.util.Set;
import org.cobalink.knowledge.IndexWith;
import org.cobalink.knowledge.Lexicon.Effect;
import org.cobalink.knowledge.Lexicon.Modifier;
import org.cobalink.knowledge.Phrases;
import org.cobalink.knowledge.Tokens.Token;

/**
 * One clause: the scope in which words negate, doubt, date and attribute what is said (after
 * ConText). Forward modifiers reach to the end of the clause or to a stop; of two that speak of the
 * same thing the nearer holds.
 */
final class Clause {
  private static final Set<String> PUNCTUATION = Set.of(",", ":", "-", "(", ")", "/");
  private static final Set<String> WHOLE = Set.of(",", ":", "(", ")", ";", "+", "/");
  private static final Set<String> BREAKS = Set.of(",", "(", "-", "and", "with");
  private final List<Token> tokens;
  private final int start;
  private final int end;
  private final List<Mention> mentions;
  private final List<Phrases.Match<Modifier>> modifiers;
  private final IndexWith indexWith;
  private final Unread unread;

  Clause(
      List<Token> tokens,
      int start,
      int end,
      List<Mention> mentions,
      List<Phrases.Match<Modifier>> modifiers,
      IndexWith indexWith) {
    this.indexWith = indexWith;
    this.tokens = tokens;
    this.start = start;
    this.end = end;
    this.mentions = mentions;
    this.modifiers = modifiers;
    this.unread = new Unread(tokens, start, end, mentions, modifiers);
  }

  /**
   * Reads the clause. A word that no table knows, right before a diagnosis, may take it back
   * ("disputed B12 deficiency", "his wife's ..."): such words are asked about.
   */
  void read() {
    for (int i = 0; i < mentions.size(); i++) {
      Mention mention = mentions.get(i);
      applyForward(mention);
      applyBackward(mention, i);
    }
    new Links(tokens, end, mentions, modifiers, indexWith).read();
    mentions.stream()
        .filter(m -> m.isBeside && (isLinked(m) ? isQualified(m) : !isReadWhole(m)))
        .forEach(m -> m.apply(Effect.UNCERTAIN));
    mentions.stream()
        .filter(m -> m.isBeside && unread.isDatedOrBlank(m))
        .forEach(m -> m.apply(Effect.UNCERTAIN));
    mentions.stream()
        .filter(m -> !m.isBeside && m.isStatedPlainly() && unread.isAround(m))
        .forEach(m -> m.isUnread = true);
  }

  /** "Crohn's disease with fistula": a kind of it that we cannot read. */
  private boolean isQualified(Mention mention) {
    boolean qualified = false;
    if (mention.end < end && text(mention.end).equals("with")) {
      for (int i = mention.end; i < end && !isBreak(i); i++) {
        qualified |= unread.isOpenWord(i);
      }
    }
    return qualified;
  }

  /** Whether the words state it as a cause, or what causes it. */
  private boolean isLinked(Mention mention) {
    return !mention.causes.isEmpty() || mentions.stream().anyMatch(m -> m.causes.contains(mention));
  }

  /**
   * What stands beside the deficiency counts only where all the words about it are known: no open
   * word up to the next break on either side, nor in the part behind it where nothing else is
   * mentioned: "celiac serology negative", "bypass planned", "SIBO, treated 2019".
   */
  private boolean isReadWhole(Mention mention) {
    for (int i = mention.start - 1; i >= start && !isBreak(i); i--) {
      if (unread.isOpenWord(i)) {
        return false;
      }
    }
    int at = mention.end;
    for (; at < end && !isBreak(at); at++) {
      if (unread.isOpenWord(at)) {
        return false;
      }
    }
    for (at++; !mention.isStatus() && at < end && !isBreak(at); at++) {
      if (unread.isMention(at)) {
        return true;
      }
      if (unread.isOpenWord(at)) {
        return false;
      }
    }
    return true;
  }

  private boolean isBreak(int token) {
    return WHOLE.contains(text(token))
        || modifiers.stream()
            .anyMatch(m -> m.start() <= token && token < m.end() && Links.isLink(m));
  }

  /**
   * The modifiers before a mention, nearest first; one of each dimension. A stop ends the reach of
   * those that had something before it to speak of: not of "possibly now ...".
   */
  private void applyForward(Mention mention) {
    boolean certaintySet = false;
    int stop = -1;
    for (int i = modifiers.size() - 1; i >= 0; i--) {
      var match = modifiers.get(i);
      if (match.start() >= mention.start) {
        continue;
      }
      if (stop >= 0 && somethingBetween(match.end(), stop)) {
        return;
      }
      for (Modifier m : match.values()) {
        if (m.effect() == Effect.STOP) {
          stop = match.start();
        }
        boolean certainty = isCertainty(m.effect());
        if (reachesForward(m, match, mention) && !(certainty && certaintySet)) {
          mention.apply(m.effect());
          certaintySet |= certainty;
        }
      }
    }
  }

  private boolean somethingBetween(int from, int to) {
    for (int i = from; i < to; i++) {
      if (unread.isOpenWord(i) || unread.isMention(i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an effect leaves less than a current, certain diagnosis of the patient. */
  static boolean isTakingBack(Effect e) {
    return isCertainty(e) || e == Effect.HISTORY || e == Effect.FAMILY || e == Effect.OTHER_AUTHOR;
  }

  private static boolean isCertainty(Effect e) {
    return e == Effect.NEGATED || e == Effect.UNCERTAIN || e == Effect.HYPOTHETICAL;
  }

  private boolean reachesForward(Modifier m, Phrases.Match<Modifier> at, Mention mention) {
    return switch (m.direction()) {
      case FORWARD, BOTH -> true;
      case SIDE -> !closesPhrase(at);
      case NEXT -> bridges(at.end(), mention.start, true);
      case BETWEEN ->
          bridges(at.end(), mention.start, false)
              && mentions.stream()
                  .anyMatch(o -> o.end <= at.start() && bridges(o.end, at.start(), false));
      default -> false;
    };
  }

  /**
   * "anemia resolved, ...": what stands right behind a mention and before a comma speaks of that.
   */
  private boolean closesPhrase(Phrases.Match<Modifier> at) {
    boolean behind =
        mentions.stream().anyMatch(m -> m.end <= at.start() && bridges(m.end, at.start(), false));
    return behind && (at.end() >= end || PUNCTUATION.contains(text(at.end())));
  }

  private void applyBackward(Mention mention, int index) {
    for (var match : modifiers) {
      if (match.start() < mention.end) {
        continue;
      }
      for (Modifier m : match.values()) {
        if (m.effect() == Effect.STOP) {
          return;
        }
        if (reachesBack(m, match, mention, index)) {
          mention.apply(m.effect());
        }
      }
    }
  }

  private boolean reachesBack(Modifier m, Phrases.Match<Modifier> at, Mention mention, int index) {
    return switch (m.direction()) {
      case BOTH -> true;
      case BACKWARD ->
          !belongsToNext(at, m.effect())
              && isNearest(at.start(), index)
              && !otherWordsBetween(mention.end, at.start());
      case SIDE ->
          !belongsToNext(at, m.effect())
              && isNearest(at.start(), index)
              && !otherWordsBetween(mention.end, at.start());
      case ADJACENT -> bridges(mention.end, at.start(), false);
      case TRAILING -> bridges(mention.end, at.start(), true) && endsPhrase(at.end());
      case BETWEEN -> bridges(mention.end, at.start(), false) && at.end() < end;
      default -> false;
    };
  }

  /** Nothing but a year up to the end of the clause or the next comma: "stopped 2022". */
  private boolean endsPhrase(int from) {
    int at = unread.behindYear(from);
    return at >= end || PUNCTUATION.contains(text(at));
  }

  /** "..., celiac ruled out": words of their own behind a break are what the modifier speaks of. */
  private boolean otherWordsBetween(int from, int to) {
    boolean afterBreak = false;
    for (int i = from; i < to; i++) {
      if (BREAKS.contains(text(i))) {
        afterBreak = true;
      } else if (afterBreak && unread.isOpenWord(i)) {
        return true;
      }
    }
    return false;
  }

  /** The last mention before {@code at}, and those joined to it by "and", "or" or a linker. */
  private boolean isNearest(int at, int index) {
    for (int i = index + 1; i < mentions.size() && mentions.get(i).end <= at; i++) {
      boolean behindBreak = at > 0 && BREAKS.contains(text(at - 1));
      boolean transparent = behindBreak && mentions.get(i).isBeside;
      if (!transparent && !joined(mentions.get(i - 1).end, mentions.get(i).start)) {
        return false;
      }
    }
    return true;
  }

  private boolean joined(int from, int to) {
    for (int i = from; i < to; i++) {
      String t = tokens.get(i).text();
      if (t.equals("and") || t.equals("or") || t.equals("/") || t.equals("+")) {
        return true;
      }
    }
    return modifiers.stream().anyMatch(m -> m.start() >= from && m.end() <= to && Links.isLink(m));
  }

  /**
   * ", likely PA" and "likely due to" look ahead; "likely" otherwise doubts what came before too.
   */
  private boolean belongsToNext(Phrases.Match<Modifier> at, Effect effect) {
    boolean linkFollows =
        modifiers.stream().anyMatch(m -> m.start() == at.end() && Links.isLink(m));
    boolean afterLink = modifiers.stream().anyMatch(m -> m.end() == at.start() && Links.isLink(m));
    boolean afterBreak = at.start() > start && BREAKS.contains(text(at.start() - 1));
    int from = at.end() < end && text(at.end()).equals(":") ? at.end() + 1 : at.end();
    boolean person = effect == Effect.FAMILY;
    return linkFollows || ((afterBreak || afterLink) && somethingFollows(from, person));
  }

  /**
   * Whether a thing of its own follows, before the next comma: a mention, or words we do not know.
   */
  private boolean somethingFollows(int from, boolean ofPerson) {
    for (int i = from; i < end && !PUNCTUATION.contains(text(i)); i++) {
      int at = i;
      boolean explains =
          modifiers.stream()
              .anyMatch(m -> m.start() == at && m.values().get(0).effect() == Effect.EXPLAINS);
      if (explains && !ofPerson) {
        return false;
      }
      if (unread.isOpenWord(i) || mentions.stream().anyMatch(m -> m.start == at)) {
        return true;
      }
    }
    return false;
  }

  private String text(int token) {
    return tokens.get(token).text();
  }

  /** Only fillers between two places, or also punctuation. */
  private boolean bridges(int from, int to, boolean punctuation) {
    for (int i = from; i < to; i++) {
      int at = i;
      if (punctuation && PUNCTUATION.contains(text(i))) {
        continue;
      }
      boolean filler =
          modifiers.stream()
              .anyMatch(
                  m ->
                      m.start() <= at
                          && at < m.end()
                          && m.values().get(0).effect() == Effect.FILLER);
      if (!filler) {
        return false;
      }
    }
    return to <= end;
  }
}
