package org.cobalink.review.assess;

import java.util.List;
import java.util.Set;
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
  private final List<Token> tokens;
  private final int start;
  private final int end;
  private final List<Mention> mentions;
  private final List<Phrases.Match<Modifier>> modifiers;

  Clause(
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

  void read() {
    for (int i = 0; i < mentions.size(); i++) {
      Mention mention = mentions.get(i);
      applyForward(mention);
      applyBackward(mention, i);
    }
    new Links(tokens, end, mentions, modifiers).read();
  }

  /** The modifiers before a mention, nearest first; one of each dimension. */
  private void applyForward(Mention mention) {
    boolean certaintySet = false;
    for (int i = modifiers.size() - 1; i >= 0; i--) {
      var match = modifiers.get(i);
      if (match.end() > mention.start) {
        continue;
      }
      for (Modifier m : match.values()) {
        if (m.effect() == Effect.STOP) {
          return;
        }
        boolean certainty = isCertainty(m.effect());
        if (reachesForward(m, match, mention) && !(certainty && certaintySet)) {
          mention.apply(m.effect());
          certaintySet |= certainty;
        }
      }
    }
  }

  private static boolean isCertainty(Effect e) {
    return e == Effect.NEGATED || e == Effect.UNCERTAIN || e == Effect.HYPOTHETICAL;
  }

  private boolean reachesForward(Modifier m, Phrases.Match<Modifier> at, Mention mention) {
    return switch (m.direction()) {
      case FORWARD, BOTH, SIDE -> true;
      case NEXT -> onlyFillers(at.end(), mention.start);
      case BETWEEN ->
          onlyFillers(at.end(), mention.start)
              && mentions.stream()
                  .anyMatch(o -> o.end <= at.start() && onlyFillers(o.end, at.start()));
      default -> false;
    };
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
      case BACKWARD -> isNearest(at.start(), index);
      case SIDE -> !belongsToNext(at) && isNearest(at.start(), index);
      case ADJACENT -> onlyFillers(mention.end, at.start());
      case BETWEEN ->
          index + 1 < mentions.size()
              && onlyFillers(mention.end, at.start())
              && onlyFillers(at.end(), mentions.get(index + 1).start);
      default -> false;
    };
  }

  /** The last mention before {@code at}, and those joined to it by "and", "or" or a linker. */
  private boolean isNearest(int at, int index) {
    for (int i = index + 1; i < mentions.size() && mentions.get(i).end <= at; i++) {
      if (!joined(mentions.get(i - 1).end, mentions.get(i).start)) {
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
  private boolean belongsToNext(Phrases.Match<Modifier> at) {
    boolean linkFollows =
        modifiers.stream().anyMatch(m -> m.start() == at.end() && Links.isLink(m));
    boolean afterLink = modifiers.stream().anyMatch(m -> m.end() == at.start() && Links.isLink(m));
    boolean afterBreak =
        at.start() > start && List.of(",", "(", "-", "and", "with").contains(text(at.start() - 1));
    boolean conceptFollows =
        mentions.stream().anyMatch(m -> m.start >= at.end() && !contains(",", at.end(), m.start));
    return linkFollows || ((afterBreak || afterLink) && conceptFollows);
  }

  private String text(int token) {
    return tokens.get(token).text();
  }

  private boolean contains(String token, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text(i).equals(token)) {
        return true;
      }
    }
    return false;
  }

  private boolean onlyFillers(int from, int to) {
    for (int i = from; i < to; i++) {
      int at = i;
      if (PUNCTUATION.contains(text(i))) {
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
