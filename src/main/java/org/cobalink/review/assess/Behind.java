package org.cobalink.review.assess;

import java.util.List;
import java.util.Set;
import org.cobalink.knowledge.Direction;
import org.cobalink.knowledge.Effect;
import org.cobalink.knowledge.Modifier;
import org.cobalink.knowledge.Roles;
import org.cobalink.knowledge.Roles.Role;

/**
 * What is said behind a diagnosis, part by part, up to the next mention. A part that denies or
 * doubts nothing of its own, or has a word that no table knows, may take the diagnosis back: "B12
 * deficiency, level normal, misdiagnosed", "..., but not so", "... if confirmed".
 */
final class Behind {
  private static final Set<String> BREAKS = Set.of(",", "(", ")", "[", "]", "-", ":", "=", ">");

  private final Words words;
  private final Roles roles;

  Behind(Words words, Roles roles) {
    this.words = words;
    this.roles = roles;
  }

  /**
   * Whether what follows up to the first break may take the mention back, or makes another thing of
   * it: "B12 deficiency questions".
   */
  boolean isDoubtful(Mention m) {
    boolean questions =
        !m.isSymptom() && m.end < words.end && words.isThing(m.end) && words.isOpenBefore(m.end);
    return questions || saysOfIt(m) || isDoubtful(m.end, partEnd(m.end));
  }

  /** "B12 deficiency stopped being a problem": what is else said of things, said of it. */
  private boolean saysOfIt(Mention m) {
    int at = m.end;
    while (at < words.end && words.isFiller(at) && !words.isText(at, "-")) {
      at++;
    }
    return at < words.end && words.isOfThing(at);
  }

  /** Whether one of the parts after that may, those with a mention of their own aside. */
  boolean isDoubtfulLater(Mention m) {
    int at = partEnd(m.end);
    while (at < words.end && !words.isMention(at)) {
      int to = partEnd(at + 1);
      if (!reachesMention(to) && isDoubtful(at + 1, to)) {
        return true;
      }
      at = to;
    }
    return false;
  }

  private int partEnd(int from) {
    int at = from;
    while (at < words.end && !words.isMention(at) && !isBreak(at)) {
      at++;
    }
    return at;
  }

  private boolean isBreak(int at) {
    return BREAKS.contains(words.text(at)) && !words.isModified(at);
  }

  private boolean reachesMention(int to) {
    return to < words.end && words.isMention(to);
  }

  /** Whether a part says nothing but what takes back, and so speaks of a whole list before it. */
  boolean endsInTakingBack(Mention m) {
    int to = partEnd(m.end);
    boolean takes = false;
    while (to < words.end && !words.isMention(to)) {
      int from = to + 1;
      to = partEnd(from);
      takes |= !reachesMention(to) && isTakingBack(from, to);
    }
    return takes;
  }

  private boolean isTakingBack(int from, int to) {
    boolean takes = false;
    for (int i = from; i < to; i++) {
      boolean back = words.modifier(i).filter(m -> takesBack(m.values())).isPresent();
      if (!back && (words.isModified(i) ? !words.isFiller(i) : words.isOpen(i))) {
        return false;
      }
      takes |= back;
    }
    return takes;
  }

  private boolean isDoubtful(int from, int to) {
    boolean thing = false;
    int at = from;
    while (at < to) {
      var modifier = words.modifier(at);
      if (modifier.isEmpty()) {
        if (words.isOpen(at)) {
          return true;
        }
        at++;
        continue;
      }
      var match = modifier.get();
      if (match.length() == 1 && roles.plays(Role.CONDITION, words.text(at))) {
        return true;
      }
      if (Links.isLink(match) || (reachesMention(to) && !words.isHarmlessBefore(at))) {
        return false;
      }
      boolean ofThing = hasThing(match.end(), to) || (thing && deniesBefore(match.values()));
      if (words.isOfThing(at) && !thing && !ofThing && !reachesMention(to)) {
        return true;
      }
      boolean isThing = words.isThing(at);
      boolean speaks = takesBack(match.values()) && !isThing && !reachesMention(to) && !ofThing;
      if (speaks) {
        return true;
      }
      thing |= isThing;
      at = match.end();
    }
    return false;
  }

  private boolean hasThing(int from, int to) {
    for (int i = from; i < to; i++) {
      if (words.isThing(i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean takesBack(List<Modifier> meanings) {
    return meanings.stream().anyMatch(m -> m.effect().takesBack());
  }

  private static boolean deniesBefore(List<Modifier> meanings) {
    return meanings.stream()
        .anyMatch(m -> m.direction() != Direction.FORWARD && m.effect() != Effect.UNCERTAIN);
  }
}
