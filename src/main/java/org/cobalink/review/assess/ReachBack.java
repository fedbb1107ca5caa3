package org.cobalink.review.assess;

import java.util.List;
import org.cobalink.knowledge.Direction;
import org.cobalink.knowledge.Effect;
import org.cobalink.knowledge.Modifier;
import org.cobalink.knowledge.Phrases;

/** How far the modifiers of a clause reach back: mostly to the nearest mention before them. */
final class ReachBack {
  private final Words words;
  private final Between between;
  private final Dated dated;
  private final List<Phrases.Match<Modifier>> modifiers;

  ReachBack(Words words, Between between, Dated dated) {
    this.words = words;
    this.between = between;
    this.dated = dated;
    this.modifiers = words.modifiers;
  }

  /** Applies the modifiers behind the mention at {@code index}, up to a stop. */
  void apply(int index) {
    Mention mention = words.mentions.get(index);
    for (var match : modifiers) {
      if (match.start() < mention.end) {
        continue;
      }
      for (Modifier m : match.values()) {
        if (m.effect() == Effect.STOP && !correctsBehind(match.end())) {
          return;
        }
        if (reaches(m, match, mention, index)) {
          words.apply(m, match, mention);
        }
      }
    }
  }

  private boolean reaches(Modifier m, Phrases.Match<Modifier> at, Mention mention, int index) {
    int from = mention.end;
    int to = at.start();
    return switch (m.direction()) {
      case BOTH -> true;
      case EARLIER -> !belongsToLink(at);
      case BACKWARD, SIDE ->
          !belongsToNext(at, m.effect())
              && (between.isNearest(index, to) || isListed(index, at))
              && !between.otherWords(from, to, m.effect() == Effect.NEGATED);
      case ADJACENT -> between.touches(from, to);
      case CHOICE -> between.isNearest(index, to) || between.onlyBeside(index, to);
      case BOX -> !between.boxesComeFirst() && between.fillers(from, to);
      case TRAILING -> endsPhrase(at.end()) && (closes(index, from, to) || isListed(index, at));
      case BETWEEN -> between.fillers(from, to) && at.end() < words.end;
      default -> false;
    };
  }

  /** Whether nothing else is spoken of up to there: "B12 deficiency, on shots, in her twenties". */
  private boolean closes(int index, int from, int to) {
    return between.isNearest(index, to)
        && !between.otherWords(from, to, true)
        && !between.links(from, to);
  }

  /**
   * "Celiac, Crohn's and SIBO excluded" speaks of all but a B12 disease before them; "... have all
   * been excluded" of every one.
   */
  private boolean isListed(int index, Phrases.Match<Modifier> at) {
    boolean all = false;
    for (int i = at.start() - 1; i >= words.start && words.isModified(i); i--) {
      all |= words.isText(i, "all");
    }
    boolean other =
        !words.mentions.get(index).isIndication
            && !between.isIndicationBehind(index, at.start())
            && endsPhrase(at.end());
    return (all || other) && between.isInList(index, at.start());
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
    return at >= words.end || Between.PUNCTUATION.contains(words.text(at));
  }

  /**
   * ", likely PA" and "likely due to" look ahead; "likely" otherwise doubts what came before too.
   */
  private boolean belongsToNext(Phrases.Match<Modifier> at, Effect effect) {
    boolean afterLink = modifiers.stream().anyMatch(m -> m.end() == at.start() && Links.isLink(m));
    boolean afterBreak =
        at.start() > words.start && Between.BREAKS.contains(words.text(at.start() - 1));
    int from = words.isText(at.end(), ":") ? at.end() + 1 : at.end();
    boolean person = effect == Effect.FAMILY;
    return belongsToLink(at) || ((afterBreak || afterLink) && somethingFollows(from, person));
  }

  /**
   * Whether a thing of its own follows, before the next comma: a mention, or words we do not know.
   */
  private boolean somethingFollows(int from, boolean ofPerson) {
    for (int i = from; i < words.end && !Between.PUNCTUATION.contains(words.text(i)); i++) {
      if (words.isExplaining(i) && !ofPerson) {
        return false;
      }
      if (between.something(i, i + 1)) {
        return true;
      }
    }
    return false;
  }
}
