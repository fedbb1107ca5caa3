package org.cobalink.review.assess;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cobalink.knowledge.Effect;
import org.cobalink.knowledge.Modifier;
import org.cobalink.knowledge.Phrases;
import org.cobalink.knowledge.Roles;
import org.cobalink.knowledge.Roles.Role;
import org.cobalink.knowledge.Tokens.Token;

/** A whole text with what the tables know of it, for what reaches past a clause. */
record ReadText(
    List<Token> tokens,
    List<Mention> mentions,
    List<Phrases.Match<Modifier>> modifiers,
    Roles roles) {

  /** A clause: {@code [start, end)}, the token at the end being what closed it. */
  record Span(int start, int end) {
    boolean holds(int from, int to) {
      return from >= start && to <= end;
    }
  }

  boolean isText(int at, String text) {
    return at >= 0 && at < tokens.size() && tokens.get(at).text().equals(text);
  }

  boolean has(String word) {
    for (Token token : tokens) {
      if (token.text().equals(word)) {
        return true;
      }
    }
    return false;
  }

  boolean plays(Role role, int at) {
    return roles.plays(role, tokens.get(at).text());
  }

  /** A sentence that tells, no remark: "that was her sister". */
  boolean tells(Span s) {
    return IntStream.range(s.start, s.end).anyMatch(i -> plays(Role.TELLS, i));
  }

  List<Mention> mentionsIn(Span s) {
    return mentions.stream().filter(m -> s.holds(m.start, m.end)).toList();
  }

  boolean isMentioned(int at) {
    return mentions.stream().anyMatch(m -> m.start <= at && at < m.end);
  }

  /** Whether it is named inside words that take back only: "resolved with B12 shots". */
  boolean isInTakingBack(Mention mention) {
    return modifiers.stream()
        .filter(m -> m.start() < mention.start && mention.end <= m.end())
        .anyMatch(m -> Modifier.takeBack(m.values()));
  }

  /** ", differential". */
  boolean startsModifier(int at) {
    return modifiers.stream().anyMatch(m -> m.start() == at);
  }

  Stream<Phrases.Match<Modifier>> modifiersIn(Span s) {
    return modifiers.stream().filter(m -> s.holds(m.start(), m.end()));
  }

  /** Inside the braces of a template: "{Blank single: ...}". */
  boolean isInBraces(int at) {
    int open = 0;
    for (int i = 0; i < at; i++) {
      open += isText(i, "{") ? 1 : isText(i, "}") ? -1 : 0;
    }
    return open > 0;
  }

  /** A thing of its own, which what denies or doubts beside it speaks of. */
  boolean isThing(int at) {
    return modifiers.stream()
        .filter(m -> m.start() <= at && at < m.end())
        .anyMatch(m -> m.values().stream().anyMatch(v -> v.effect() == Effect.THING));
  }

  /** A word that is no modifier, and more than a word between others. */
  boolean isOpen(int at) {
    return Shape.isWord(tokens, at)
        && !plays(Role.IN_HEADING, at)
        && modifiers.stream().noneMatch(m -> m.start() <= at && at < m.end());
  }

  boolean hasOpenWord(Span s) {
    for (int i = s.start; i < s.end; i++) {
      if (isOpen(i)) {
        return true;
      }
    }
    return false;
  }

  /** A word that is no part of a mention either. */
  boolean hasUnknownWord(Span s) {
    for (int i = s.start; i < s.end; i++) {
      if (isOpen(i) && !isMentioned(i)) {
        return true;
      }
    }
    return false;
  }

  /** A word that no table knows before a diagnosis: "Risk adjustment alert:". */
  boolean hasStrangeWord(Span s) {
    for (int i = s.start; i < s.end; i++) {
      if (!isMentioned(i) && Shape.isWord(tokens, i) && !isKnownBefore(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isKnownBefore(int at) {
    return plays(Role.IN_HEADING, at)
        || modifiers.stream()
            .filter(m -> m.start() <= at && at < m.end())
            .anyMatch(m -> m.values().stream().anyMatch(Modifier::isKnownBefore));
  }

  /** What says something of a thing, and no thing is there: "Old." */
  boolean hasLooseSaying(Span s) {
    return !hasThing(s)
        && modifiersIn(s)
            .anyMatch(m -> m.values().stream().allMatch(v -> v.effect() == Effect.OF_THING));
  }

  boolean hasThing(Span s) {
    for (int i = s.start; i < s.end; i++) {
      if (isThing(i)) {
        return true;
      }
    }
    return false;
  }
}
