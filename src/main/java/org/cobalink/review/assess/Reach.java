package org.cobalink.review.assess;

import java.util.List;
import java.util.Set;
import org.cobalink.knowledge.Lexicon.Direction;
import org.cobalink.knowledge.Lexicon.Effect;
import org.cobalink.knowledge.Lexicon.Modifier;
import org.cobalink.knowledge.Phrases;

/**
 * How far the modifiers of a clause reach (after ConText). Forward modifiers reach to the end of
 * the clause or to a stop; of two that speak of the same thing the nearer holds.
 */
final class Reach {
  private static final Set<String> PUNCTUATION = Set.of(",", ":", "-", "(", ")", "/");
  private static final Set<String> BREAKS = Set.of(",", "(", "-", "and", "with");
  private final Words words;
  private final List<Mention> mentions;
  private final List<Phrases.Match<Modifier>> modifiers;
  private final Dated dated;

  Reach(Words words, Dated dated) {
    this.words = words;
    this.mentions = words.mentions;
    this.modifiers = words.modifiers;
    this.dated = dated;
  }

  void apply() {
    for (int i = 0; i < mentions.size(); i++) {
      applyForward(mentions.get(i));
      applyBackward(mentions.get(i), i);
    }
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
      if (words.isOpen(i) || words.isThing(i) || words.isMention(i)) {
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
      case BOTH -> true;
      case FORWARD -> !(looksBackToo(at) && closesPhrase(at));
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
    return behind && (at.end() >= words.end || PUNCTUATION.contains(words.text(at.end())));
  }

  private void applyBackward(Mention mention, int index) {
    for (var match : modifiers) {
      if (match.start() < mention.end) {
        continue;
      }
      for (Modifier m : match.values()) {
        if (m.effect() == Effect.STOP && !correctsBehind(match.end())) {
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
      case EARLIER -> !belongsToLink(at);
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
      case BETWEEN -> bridges(mention.end, at.start(), false) && at.end() < words.end;
      default -> false;
    };
  }

  /** "SCD ruled out, B12 deficiency": what may look either way has looked back. */
  private static boolean looksBackToo(Phrases.Match<Modifier> at) {
    return at.values().stream().anyMatch(m -> m.direction() == Direction.BACKWARD);
  }

  /** "Actually due to" speaks of the cause alone. */
  private boolean belongsToLink(Phrases.Match<Modifier> at) {
    return modifiers.stream().anyMatch(m -> m.start() == at.end() && Links.isLink(m));
  }

  /** "..., but actually iron deficiency". */
  private boolean correctsBehind(int from) {
    return modifiers.stream()
        .filter(m -> m.start() >= from)
        .anyMatch(m -> m.values().stream().anyMatch(v -> v.direction() == Direction.EARLIER));
  }

  /** Nothing but a year up to the end of the clause or the next comma: "stopped 2022". */
  private boolean endsPhrase(int from) {
    int at = dated.behindYear(from);
    return at >= words.end || PUNCTUATION.contains(words.text(at));
  }

  /** "..., celiac ruled out": words of their own behind a break are what the modifier speaks of. */
  private boolean otherWordsBetween(int from, int to) {
    boolean afterBreak = false;
    for (int i = from; i < to; i++) {
      if (BREAKS.contains(words.text(i))) {
        afterBreak = true;
      } else if (afterBreak && words.isOpen(i)) {
        return true;
      }
    }
    return false;
  }

  /** The last mention before {@code at}, and those joined to it by "and", "or" or a linker. */
  private boolean isNearest(int at, int index) {
    for (int i = index + 1; i < mentions.size() && mentions.get(i).end <= at; i++) {
      boolean behindBreak = at > 0 && BREAKS.contains(words.text(at - 1));
      boolean transparent = behindBreak && mentions.get(i).isBeside;
      if (!transparent && !joined(mentions.get(i - 1).end, mentions.get(i).start)) {
        return false;
      }
    }
    return true;
  }

  private boolean joined(int from, int to) {
    for (int i = from; i < to; i++) {
      String t = words.text(i);
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
    boolean linkFollows = belongsToLink(at);
    boolean afterLink = modifiers.stream().anyMatch(m -> m.end() == at.start() && Links.isLink(m));
    boolean afterBreak = at.start() > words.start && BREAKS.contains(words.text(at.start() - 1));
    int from = at.end() < words.end && words.text(at.end()).equals(":") ? at.end() + 1 : at.end();
    boolean person = effect == Effect.FAMILY;
    return linkFollows || ((afterBreak || afterLink) && somethingFollows(from, person));
  }

  /**
   * Whether a thing of its own follows, before the next comma: a mention, or words we do not know.
   */
  private boolean somethingFollows(int from, boolean ofPerson) {
    for (int i = from; i < words.end && !PUNCTUATION.contains(words.text(i)); i++) {
      boolean explains = words.isExplaining(i);
      if (explains && !ofPerson) {
        return false;
      }
      if (words.isOpen(i) || words.isThing(i) || words.isMention(i)) {
        return true;
      }
    }
    return false;
  }

  /** Only fillers between two places, or also punctuation. */
  private boolean bridges(int from, int to, boolean punctuation) {
    for (int i = from; i < to; i++) {
      boolean passed = punctuation && PUNCTUATION.contains(words.text(i));
      if (!passed && !words.isFiller(i)) {
        return false;
      }
    }
    return to <= words.end;
  }
}
