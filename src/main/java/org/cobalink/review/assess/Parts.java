package org.cobalink.review.assess;

import java.util.List;
import java.util.Set;
import org.cobalink.knowledge.Direction;
import org.cobalink.knowledge.Effect;
import org.cobalink.knowledge.Modifier;
import org.cobalink.knowledge.Roles;
import org.cobalink.knowledge.Roles.Role;

/** The parts of what is said behind a diagnosis: {@code [from, to)}, between two breaks. */
final class Parts {
  private static final Set<String> BREAKS = Set.of(",", "(", ")", "[", "]", "-", ":", "=", ">");

  private final Words words;
  private final Roles roles;

  Parts(Words words, Roles roles) {
    this.words = words;
    this.roles = roles;
  }

  /** Where the part that begins at {@code from} ends: at a break or at the next mention. */
  int end(int from) {
    int at = from;
    while (at < words.end && !words.isMention(at) && !isBreak(at)) {
      at++;
    }
    return at;
  }

  /** Not one of a phrase, but a comma that opens one: ", differential". */
  private boolean isBreak(int at) {
    boolean opens =
        words.isText(at, ",") && words.modifier(at).filter(m -> m.start() == at).isPresent();
    return BREAKS.contains(words.text(at)) && (opens || !words.isModified(at));
  }

  boolean reachesMention(int to) {
    return to < words.end && words.isMention(to);
  }

  /** Another disease, to which the words before it belong: not "... and let B12 off the hook". */
  boolean reachesOther(int to) {
    return reachesMention(to)
        && words.mentions.stream().noneMatch(m -> m.start == to && m.isOnlyNamed());
  }

  /** "B12 deficiency (30%)": how likely it is. */
  private boolean isChance(int from, int to) {
    boolean percent = false;
    for (int i = from; i < to; i++) {
      if (words.isModified(i) ? !words.isFiller(i) : words.isOpen(i)) {
        return false;
      }
      percent |= words.isText(i, "%");
    }
    return percent;
  }

  /** Whether it denies or doubts nothing of its own, or has a word that no table knows. */
  boolean isDoubtful(int from, int to) {
    if (isChance(from, to)) {
      return true;
    }
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
      if (Links.isLink(match) || (reachesOther(to) && !words.isHarmlessBefore(at))) {
        return false;
      }
      boolean ofThing = hasThing(match.end(), to) || (thing && deniesBefore(match.values()));
      if (words.isOfThing(at) && !thing && !ofThing && !reachesMention(to)) {
        return true;
      }
      boolean isThing = words.isThing(at);
      boolean speaks = !isThing && !reachesMention(to) && !ofThing;
      if (takesBack(match.values()) && (speaks || pointsBack(match.end(), to))) {
        return true;
      }
      thing |= isThing;
      at = match.end();
    }
    return false;
  }

  /** "GI excluded it": the diagnosis, whatever thing is named before. */
  private boolean pointsBack(int at, int to) {
    return at < to && roles.plays(Role.GOES_ON, words.text(at));
  }

  private boolean hasThing(int from, int to) {
    for (int i = from; i < to; i++) {
      if (words.isThing(i)) {
        return true;
      }
    }
    return false;
  }

  /** "Wife helps" speaks of her in what follows it, and leaves what stands before as it is. */
  private static boolean takesBack(List<Modifier> meanings) {
    return meanings.stream().anyMatch(m -> m.effect().takesBack())
        && meanings.stream()
            .noneMatch(m -> m.effect() == Effect.PLAIN && m.direction() == Direction.BACKWARD);
  }

  private static boolean deniesBefore(List<Modifier> meanings) {
    return meanings.stream()
        .anyMatch(m -> m.direction() != Direction.FORWARD && m.effect() != Effect.UNCERTAIN);
  }
}
