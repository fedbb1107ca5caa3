package org.cobalink.review.assess;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.cobalink.knowledge.Direction;
import org.cobalink.knowledge.Effect;
import org.cobalink.knowledge.Modifier;
import org.cobalink.knowledge.Phrases;
import org.cobalink.knowledge.Tokens.Token;

/**
 * The words of one clause: which belong to a mention, which to a modifier, and which no table
 * knows.
 */
final class Words {
  private static final Set<Effect> HARMLESS =
      Set.of(Effect.FILLER, Effect.PLAIN, Effect.THING, Effect.BEGINS);

  final int start;
  final int end;
  final List<Mention> mentions;
  final List<Phrases.Match<Modifier>> modifiers;
  private final List<Token> tokens;
  private final BitSet mentioned = new BitSet();
  private final int[] modifierAt;

  Words(
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
    this.modifierAt = new int[end - start];
    mentions.forEach(m -> mentioned.set(m.start, m.end));
    for (int i = 0; i < modifiers.size(); i++) {
      var match = modifiers.get(i);
      Arrays.fill(modifierAt, match.start() - start, match.end() - start, i + 1);
    }
  }

  String text(int at) {
    return tokens.get(at).text();
  }

  boolean isText(int at, String text) {
    return at >= start && at < end && text(at).equals(text);
  }

  /** "Crohn's disease - quiet", and not the hyphen of "non-smoker". */
  boolean isDash(int at) {
    return isText(at, "-")
        && at > start
        && at + 1 < end
        && tokens.get(at - 1).end() < tokens.get(at).start()
        && tokens.get(at).end() < tokens.get(at + 1).start();
  }

  boolean isMention(int at) {
    return mentioned.get(at);
  }

  /** The modifier that the token belongs to. */
  Optional<Phrases.Match<Modifier>> modifier(int at) {
    int index = modifierAt[at - start];
    return index == 0 ? Optional.empty() : Optional.of(modifiers.get(index - 1));
  }

  boolean isModified(int at) {
    return modifierAt[at - start] > 0;
  }

  /** Whether the token leaves a diagnosis behind it as it is. */
  boolean isHarmlessBefore(int at) {
    return has(at, m -> HARMLESS.contains(m.effect()) && m.direction() == Direction.NONE);
  }

  /**
   * Applies a modifier; but a time that is said of surgery is not plainly that of a state too
   * ("gastric bypass was 3 years ago and she is pregnant"), and not that of what follows ("gastric
   * bypass 3 years ago, B12 deficiency").
   */
  void apply(Modifier modifier, Phrases.Match<Modifier> at, Mention mention) {
    boolean ofEvent = modifier.effect() == Effect.HISTORY && isOfEvent(at.start());
    if (ofEvent && mention.isStatus()) {
      mention.doubt();
    } else if (!ofEvent || modifier.direction() != Direction.SIDE || mention.start < at.end()) {
      mention.apply(modifier.effect());
    }
  }

  private boolean isOfEvent(int time) {
    return mentions.stream()
        .filter(m -> m.isEvent() && m.end <= time)
        .anyMatch(m -> IntStream.range(m.end, time).allMatch(this::isFillerOrNumber));
  }

  private boolean isFillerOrNumber(int at) {
    return isFiller(at) || Character.isDigit(text(at).charAt(0));
  }

  /** "Gastric bypass last year": what says no more than that surgery is past, as it always is. */
  boolean isWhenDone(Mention mention, int at) {
    return mention.isEvent()
        && modifier(at)
            .filter(m -> m.values().stream().allMatch(v -> v.effect() == Effect.HISTORY))
            .isPresent();
  }

  /** Where what is said behind a mention begins: of surgery, behind its time. */
  int behindItsTime(Mention mention) {
    int behind = mention.end;
    for (int i = mention.end; i < end; i++) {
      if (isWhenDone(mention, i)) {
        behind = i + 1;
      } else if (!isFillerOrNumber(i)) {
        break;
      }
    }
    return behind;
  }

  boolean isFiller(int at) {
    return has(at, m -> m.effect() == Effect.FILLER);
  }

  /** Whether it goes on about what came before: "given", "because". */
  boolean isExplaining(int at) {
    return has(at, m -> m.effect() == Effect.EXPLAINS);
  }

  /** Whether the token leaves a diagnosis before it, or beside it, as it is. */
  boolean isPlain(int at) {
    return has(at, m -> m.effect() == Effect.PLAIN);
  }

  /** A thing of its own, which what denies or doubts beside it speaks of. */
  boolean isThing(int at) {
    return has(at, m -> m.effect() == Effect.THING);
  }

  /** Whether a year behind it says since when: "diagnosed 2012". */
  boolean isBeginning(int at) {
    return has(at, m -> m.effect() == Effect.BEGINS);
  }

  boolean isWith(int at) {
    return has(at, m -> m.effect() == Effect.WITH);
  }

  /** Whether it speaks of a thing in its part: "normal". */
  boolean isOfThing(int at) {
    return isModified(at) && !has(at, m -> m.effect() != Effect.OF_THING);
  }

  private boolean has(int at, Predicate<Modifier> wanted) {
    int index = modifierAt[at - start];
    return index > 0 && modifiers.get(index - 1).values().stream().anyMatch(wanted);
  }

  /** What is only known behind a diagnosis is not known before one. */
  boolean isOpenBefore(int at) {
    boolean known = has(at, Modifier::isKnownBefore);
    int first = modifier(at).map(Phrases.Match::start).orElse(at);
    return isWord(first) && !isMention(at) && !known;
  }

  /** A word that no table knows: neither filler, modifier nor part of a mention. */
  boolean isOpen(int at) {
    return isWord(at) && !isModified(at) && !isMention(at);
  }

  private boolean isWord(int at) {
    return Shape.isWord(tokens, at);
  }

  boolean isCodeAt(int at) {
    return !isMention(at) && Character.isLetter(text(at).charAt(0)) && Shape.isCode(text(at));
  }
}
