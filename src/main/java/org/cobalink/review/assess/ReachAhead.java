package org.cobalink.review.assess;

import java.util.List;
import org.cobalink.knowledge.Direction;
import org.cobalink.knowledge.Effect;
import org.cobalink.knowledge.Modifier;
import org.cobalink.knowledge.Phrases;
import org.cobalink.knowledge.Roles;
import org.cobalink.knowledge.Roles.Role;

/**
 * How far the modifiers of a clause reach ahead (after ConText): to its end or to a stop. Of two
 * that speak of the same thing the nearer holds.
 */
final class ReachAhead {
  private final Words words;
  private final Between between;
  private final Dated dated;
  private final Roles roles;
  private final List<Mention> mentions;
  private final List<Phrases.Match<Modifier>> modifiers;

  ReachAhead(Words words, Between between, Dated dated, Roles roles) {
    this.words = words;
    this.between = between;
    this.dated = dated;
    this.roles = roles;
    this.mentions = words.mentions;
    this.modifiers = words.modifiers;
  }

  /**
   * Applies the modifiers before a mention, nearest first; one of each dimension. A stop ends the
   * reach of those that had something before it to speak of: not of "possibly now ...".
   */
  void apply(Mention mention) {
    boolean certaintySet = false;
    int stop = -1;
    for (int i = modifiers.size() - 1; i >= 0; i--) {
      var match = modifiers.get(i);
      if (match.start() >= mention.start) {
        continue;
      }
      if (stop >= 0 && between.something(match.end(), stop)) {
        return;
      }
      for (Modifier m : match.values()) {
        if (m.effect() == Effect.STOP) {
          stop = match.start();
        }
        boolean certainty = m.effect().isOfCertainty();
        if (reaches(m, match, mention) && !(certainty && certaintySet)) {
          words.apply(m, match, mention);
          certaintySet |= certainty;
        }
      }
    }
  }

  private boolean reaches(Modifier m, Phrases.Match<Modifier> at, Mention mention) {
    return switch (m.direction()) {
      case BOTH -> true;
      case FORWARD -> !(looksBackToo(at) && closesPhrase(at)) && !doubtsLink(m, at, mention);
      case SIDE -> !closesPhrase(at) && !doubtsLink(m, at, mention);
      case NEXT -> between.fillersAndPunctuation(at.end(), mention.start);
      case CHOICE -> isNextAfter(at, mention);
      case BOX -> between.boxesComeFirst() && isNextAfter(at, mention);
      case BETWEEN -> between.fillers(at.end(), mention.start) && standsBehind(at);
      case BACKWARD -> hasNothingElse(at, mention);
      case EARLIER -> !corrects(m, at) && hasNothingElse(at, mention);
      default -> false;
    };
  }

  /** "B12 deficiency may be causing her anemia": that she has it is not doubted. */
  private boolean doubtsLink(Modifier m, Phrases.Match<Modifier> at, Mention mention) {
    return m.effect() == Effect.UNCERTAIN
        && roles.plays(Role.DEFINITE, words.text(mention.start - 1))
        && modifiers.stream()
            .filter(l -> l.start() == at.end() && Links.isLink(l))
            .filter(l -> Links.effect(l) == Effect.CAUSES)
            .anyMatch(l -> between.fillers(l.end(), mention.start));
  }

  /** "Correction: B12 deficiency": what follows is put in its place. */
  private boolean corrects(Modifier m, Phrases.Match<Modifier> at) {
    return m.effect() == Effect.UNCERTAIN && roles.plays(Role.CORRECTS, words.text(at.end() - 1));
  }

  /** "In childhood pernicious anemia": it looks back, but nothing stands before it. */
  private boolean hasNothingElse(Phrases.Match<Modifier> at, Mention mention) {
    return Modifier.takeBack(at.values())
        && between.fillers(at.end(), mention.start)
        && mentions.stream()
            .filter(m -> m.end <= mention.start)
            .allMatch(m -> m.start >= at.start() && m.end <= at.end());
  }

  /** "SCD ruled out, B12 deficiency": what may look either way has looked back. */
  private static boolean looksBackToo(Phrases.Match<Modifier> at) {
    return at.values().stream().anyMatch(m -> m.direction() == Direction.BACKWARD);
  }

  /**
   * "anemia resolved 2021, ...": what stands right behind a mention and before a comma speaks of
   * that.
   */
  private boolean closesPhrase(Phrases.Match<Modifier> at) {
    int end = dated.behindYear(at.end());
    boolean closed = end >= words.end || Between.PUNCTUATION.contains(words.text(end));
    return closed && standsBehind(at);
  }

  private boolean standsBehind(Phrases.Match<Modifier> at) {
    return mentions.stream()
        .anyMatch(m -> m.end <= at.start() && between.fillers(m.end, at.start()));
  }

  private boolean isNextAfter(Phrases.Match<Modifier> at, Mention mention) {
    return mentions.stream()
        .filter(m -> m.start >= at.end())
        .findFirst()
        .filter(m -> m == mention)
        .isPresent();
  }
}
