package org.cobalink.review.assess;

import java.util.Set;
import java.util.stream.IntStream;
import org.cobalink.knowledge.Effect;
import org.cobalink.knowledge.Roles;
import org.cobalink.knowledge.Roles.Role;

/**
 * Whether the words about what stands beside the deficiency are all known. It counts only then:
 * "celiac serology negative", "bypass planned", "SIBO, treated 2019" do not.
 */
final class Beside {
  private static final Set<String> BREAKS = Set.of(",", ":", "(", ")", ";", "+", "/");
  private final Words words;
  private final Roles roles;
  private final Dated dated;
  private final Behind behind;

  Beside(Words words, Roles roles, Dated dated) {
    this.words = words;
    this.roles = roles;
    this.dated = dated;
    this.behind = new Behind(words, roles);
  }

  /** Leaves out what is not read whole, and asks about it where unknown words are why. */
  void weigh(Mention mention) {
    boolean linked = isLinked(mention);
    int open = linked ? -1 : openWord(mention);
    boolean undone = isNotDone(mention) || (!linked && isOnlyTalkedOf(mention.end));
    if (dated.isBeside(mention) || undone) {
      mention.apply(Effect.UNCERTAIN);
    } else if (linked ? isQualified(mention) : isAsked(mention, open)) {
      mention.doubt();
    } else if (open >= 0) {
      mention.leaveOut();
    }
  }

  /**
   * "16 weeks pregnant and glad", "a teacher and 16 weeks pregnant": a state left out in silence
   * would leave other codes wrong.
   */
  private boolean isAsked(Mention mention, int open) {
    boolean other = open > mention.end || (open >= 0 && isAndBetween(open, mention.start));
    return open < 0
        ? behind.isDoubtful(mention)
        : words.isOpen(open) || (mention.isStatus() && other);
  }

  private boolean isAndBetween(int from, int to) {
    return IntStream.range(from, to).anyMatch(i -> words.isText(i, "and"));
  }

  /** "Crohn's disease with fistula": a kind of it that we cannot read. */
  private boolean isQualified(Mention mention) {
    boolean qualified = false;
    if (words.isText(mention.end, "with")) {
      for (int i = mention.end; i < words.end && !isBreak(i); i++) {
        qualified |= words.isOpenBefore(i);
      }
    }
    return qualified;
  }

  /** Whether the words state it as a cause, or what causes it. */
  private boolean isLinked(Mention mention) {
    return !mention.causes.isEmpty()
        || words.mentions.stream().anyMatch(m -> m.causes.contains(mention));
  }

  /**
   * The nearest open word up to the next break on either side, or in the part behind it where
   * nothing else is mentioned; -1 where there is none.
   */
  private int openWord(Mention mention) {
    for (int i = mention.start - 1; i >= words.start && !isBreak(i); i--) {
      if (words.isOpenBefore(i) && !words.isWhenDone(mention, i)) {
        return i;
      }
    }
    int at = mention.end;
    for (; at < words.end && !isBreak(at); at++) {
      if (isDiagnosis(at)) {
        return -1;
      }
      if (words.isOpenBefore(at)
          && !words.isPlain(at)
          && !isTakenFor(at)
          && !words.isWhenDone(mention, at)) {
        return at;
      }
    }
    boolean thing = false;
    for (at++; at < words.end && !isBreak(at); at++) {
      if (words.isMention(at)) {
        return -1;
      }
      thing |= words.isThing(at);
      if (words.isOpenBefore(at)
          && !words.isPlain(at)
          && !words.isThing(at)
          && !isOfThing(at, thing)
          && !words.isWhenDone(mention, at)) {
        return at;
      }
    }
    return -1;
  }

  /** "Antibodies positive", "parietal cell". */
  private boolean isOfThing(int at, boolean behindThing) {
    boolean before = at + 1 < words.end && words.isThing(at + 1);
    return words.isOfThing(at) && (behindThing || before);
  }

  /** "EPI on pancrelipase". */
  private boolean isTakenFor(int at) {
    return words.isThing(at) && words.isText(at - 1, "on");
  }

  /** What follows it speaks of that one. */
  private boolean isDiagnosis(int at) {
    return words.mentions.stream().anyMatch(m -> m.start <= at && at < m.end && m.isDiagnosis());
  }

  /** "Gastric bypass discussed": talked of, not done. */
  private boolean isOnlyTalkedOf(int end) {
    int at = end;
    while (at < words.end && words.isFiller(at)) {
      at++;
    }
    return at < words.end
        && (roles.plays(Role.TALKS_OF, words.text(at)) || hasEffect(at, Effect.HYPOTHETICAL));
  }

  /**
   * "Gastric bypass on Monday", "bypass, next month"; not "bypass 2012, recheck next month". Of a
   * drug or a diet: "metformin starts Monday".
   */
  private boolean isNotDone(Mention mention) {
    boolean comma = words.isText(mention.end, ",");
    int from = comma ? mention.end + 1 : mention.end;
    int to = comma ? Math.min(from + 1, words.end) : words.end;
    Effect undone = mention.isEvent() ? Effect.PLANNED : Effect.NOT_TAKEN;
    return (mention.isEvent() || mention.isOnlyCause())
        && IntStream.range(from, to).takeWhile(this::isSaidOf).anyMatch(i -> hasEffect(i, undone));
  }

  /** Up to a break, what is mentioned next, or a number. */
  private boolean isSaidOf(int at) {
    return !isBreak(at) && !words.isMention(at) && !Character.isDigit(words.text(at).charAt(0));
  }

  private boolean hasEffect(int token, Effect effect) {
    return words.modifier(token).stream()
        .flatMap(m -> m.values().stream())
        .anyMatch(m -> m.effect() == effect);
  }

  private boolean isBreak(int token) {
    return BREAKS.contains(words.text(token))
        || words.isDash(token)
        || words.modifier(token).filter(Links::isLink).isPresent();
  }
}
