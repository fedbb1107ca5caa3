package org.cobalink.review.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cobalink.knowledge.Direction;
import org.cobalink.knowledge.Effect;
import org.cobalink.knowledge.Modifier;
import org.cobalink.knowledge.Phrases;
import org.cobalink.knowledge.Roles;
import org.cobalink.knowledge.Roles.Role;

/** What stands on the two sides of a linker. */
final class LinkSides {
  /** Of "presumed to be", which doubts what it is said of. */
  private static final String TO = "to";

  private static final Set<String> CONNECTORS = Set.of("and", "/", "+");
  private final Words words;
  private final Roles roles;
  private final Pointer pointer;
  private final List<Mention> mentions;
  private final List<Phrases.Match<Modifier>> modifiers;

  LinkSides(Words words, Roles roles) {
    this.words = words;
    this.roles = roles;
    this.pointer = new Pointer(words, roles);
    this.mentions = words.mentions;
    this.modifiers = words.modifiers;
  }

  /** Whether a cause is named in words we cannot read. */
  boolean wordsFollow(Phrases.Match<Modifier> link) {
    int at = link.end();
    while (at < words.end && words.isFiller(at)) {
      at++;
    }
    return at < words.end
        && !Between.PUNCTUATION.contains(words.text(at))
        && !isKnown(at)
        && !pointer.isIn(link);
  }

  /** "Blood loss explains ...": a cause named in words that are no diagnosis we know. */
  boolean wordsStandBefore(Phrases.Match<Modifier> link) {
    int at = link.start() - 1;
    return at >= words.start && (words.isOpen(at) || words.isThing(at));
  }

  /** The nearest mention before the linker, unless unknown words after a break stand in between. */
  Mention left(Phrases.Match<Modifier> link) {
    Mention nearest = null;
    for (Mention m : mentions) {
      if (m.end <= link.start() && !m.isGrade() && !(m.isStatus() && nearest != null)) {
        nearest = m;
      }
    }
    if (nearest == null || otherLinkBetween(nearest.end, link.start())) {
      return null;
    }
    boolean setApart = words.isText(link.start() - 1, ",");
    boolean afterBreak = false;
    int parentheses = 0;
    for (int i = nearest.end; i < link.start(); i++) {
      String t = words.text(i);
      parentheses += t.equals("(") ? 1 : t.equals(")") ? -1 : 0;
      if (parentheses > 0 || t.equals(")") || words.isMention(i)) {
        continue;
      }
      if (t.equals(",") || t.equals("and") || t.equals("with") || t.equals("or")) {
        afterBreak = true;
      } else if (afterBreak && !isKnown(i) && !(setApart && isMeasured(i))) {
        return null;
      }
    }
    return nearest;
  }

  /** "Anemia, Hgb 10.1, due to ...": a value set apart. */
  private boolean isMeasured(int at) {
    int behind = words.modifier(at).map(Phrases.Match::end).orElse(at + 1);
    return words.isThing(at)
        && behind < words.end
        && Character.isDigit(words.text(behind).charAt(0));
  }

  private boolean otherLinkBetween(int from, int to) {
    return modifiers.stream().anyMatch(m -> Links.isLink(m) && m.start() >= from && m.end() <= to);
  }

  /** The first mention directly after the linker, and those joined to it. */
  List<Mention> right(Phrases.Match<Modifier> link) {
    if (pointer.isIn(link)) {
      return pointer.to(left(link));
    }
    List<Mention> found = new ArrayList<>(1);
    int at = link.end();
    for (Mention m : mentions) {
      if (m.start < at) {
        continue;
      }
      if (!bridged(at, m.start, !found.isEmpty()) || otherLinkBetween(at, m.start)) {
        break;
      }
      Mention induced = inducedBy(m);
      found.add(induced == null ? m : induced);
      at = induced == null ? m.end : induced.end;
    }
    return found;
  }

  /** "due to metformin-induced B12 deficiency": the deficiency is what it is due to. */
  private Mention inducedBy(Mention cause) {
    for (var link : modifiers) {
      if (link.start() == cause.end && isAttached(link)) {
        for (Mention m : mentions) {
          if (m.start == link.end()) {
            return m;
          }
        }
      }
    }
    return null;
  }

  /** "Metformin-induced": it belongs to the word before it alone. */
  boolean isAttached(Phrases.Match<Modifier> link) {
    return roles.plays(Role.ATTACHED, words.text(link.end() - 1));
  }

  /** "... that metformin may have caused". */
  boolean isDoubtedBetween(Mention left, Phrases.Match<Modifier> link) {
    return modifiers.stream()
        .filter(m -> left.end <= m.start() && m.end() <= link.start())
        .anyMatch(m -> Modifier.takeBack(m.values()));
  }

  /** "Less likely due to", and not "actually due to", which takes back only what came before. */
  boolean isDoubted(Phrases.Match<Modifier> link) {
    return modifiers.stream()
        .filter(m -> m.end() == link.start())
        .flatMap(m -> m.values().stream())
        .anyMatch(v -> v.direction() != Direction.EARLIER && v.effect() == Effect.UNCERTAIN);
  }

  /**
   * "Pernicious anemia is suspected as the cause of", "was raised as the reason for": whether what
   * stands before a linker with a noun, from the last break or "is", is more than a doubt of the
   * link alone ("is the likely cause of").
   */
  boolean isSaidOtherwise(Mention left, Phrases.Match<Modifier> link) {
    boolean noun =
        IntStream.range(link.start(), link.end())
            .anyMatch(i -> roles.plays(Role.CAUSE_NOUN, words.text(i)));
    int from = link.start();
    while (from > left.end && !opensSaying(from - 1)) {
      from--;
    }
    return noun
        && !roles.plays(Role.SAYS, words.text(link.start()))
        && Links.effect(link) == Effect.CAUSES
        && IntStream.range(from, link.start()).anyMatch(i -> !leavesCause(i));
  }

  private boolean opensSaying(int at) {
    return Between.PUNCTUATION.contains(words.text(at)) || roles.plays(Role.SAYS, words.text(at));
  }

  private boolean leavesCause(int at) {
    return Character.isDigit(words.text(at).charAt(0))
        || words
            .modifier(at)
            .filter(m -> m.values().stream().anyMatch(LinkSides::leavesCause))
            .filter(m -> !words.isText(m.end() - 2, TO))
            .isPresent();
  }

  private static boolean leavesCause(Modifier m) {
    return m.effect() == Effect.FILLER
        || m.effect() == Effect.EXPLAINS
        || (m.direction() == Direction.FORWARD && m.effect() == Effect.UNCERTAIN);
  }

  /** "CKD and B12 deficiency have caused ...": the verb says that not the last alone does. */
  boolean isOfSeveral(Phrases.Match<Modifier> link) {
    return roles.plays(Role.PLURAL, words.text(link.start()));
  }

  private boolean bridged(int from, int to, boolean joining) {
    boolean connected = !joining;
    for (int i = from; i < to; i++) {
      boolean connector = joining && CONNECTORS.contains(words.text(i));
      boolean comma = joining && words.text(i).equals(",");
      if (!connector && !comma && !isKnown(i)) {
        return false;
      }
      connected |= connector;
    }
    return connected;
  }

  /**
   * Whether a token belongs to a modifier: those between a linker and its object are read already.
   * A thing ("copper") is an object of its own; a number ("60 cm") belongs to what follows.
   */
  private boolean isKnown(int token) {
    if (words.isThing(token)) {
      return false;
    }
    return Character.isDigit(words.text(token).charAt(0))
        || words
            .modifier(token)
            .filter(m -> !Links.isLink(m) && m.values().get(0).effect() != Effect.WITH)
            .isPresent();
  }
}
