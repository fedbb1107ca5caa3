package org.cobalink.review.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cobalink.knowledge.IndexWith;
import org.cobalink.knowledge.Lexicon;
import org.cobalink.knowledge.Lexicon.Effect;
import org.cobalink.knowledge.Lexicon.Modifier;
import org.cobalink.knowledge.Phrases;
import org.cobalink.review.assess.Statement.Certainty;
import org.cobalink.review.assess.Statement.Time;

/**
 * Finds what is due to what within a clause. Only the linkers of the modifiers table link, and only
 * what stands directly on both sides of them: a comma, "and" or unknown words in between link
 * nothing.
 */
final class Links {
  private static final Set<String> CONNECTORS = Set.of("and", "/", "+");
  private static final Set<String> BREAKS = Set.of(",", "(", "-");
  private static final Set<Effect> LINKS = Set.of(Effect.DUE_TO, Effect.CAUSES, Effect.NOT_DUE_TO);
  private final Words words;
  private final List<Mention> mentions;
  private final List<Phrases.Match<Modifier>> modifiers;
  private final IndexWith indexWith;

  Links(Words words, IndexWith indexWith) {
    this.words = words;
    this.mentions = words.mentions;
    this.modifiers = words.modifiers;
    this.indexWith = indexWith;
  }

  static boolean isLink(Phrases.Match<Modifier> match) {
    return match.values().stream().map(Modifier::effect).anyMatch(LINKS::contains);
  }

  private static Effect effect(Phrases.Match<Modifier> link) {
    return link.values().stream()
        .map(Modifier::effect)
        .filter(LINKS::contains)
        .findFirst()
        .orElseThrow();
  }

  void read() {
    for (var link : modifiers) {
      Mention left = isLink(link) ? leftOf(link) : null;
      if (left != null) {
        connect(effect(link), left, rightOf(link), link);
      }
      if (isWith(link)) {
        joinByIndex(leftOf(link), rightOf(link));
      }
    }
  }

  private static boolean isWith(Phrases.Match<Modifier> match) {
    return match.values().stream().anyMatch(m -> m.effect() == Effect.WITH);
  }

  /** "with" links only what the Index joins by it. */
  private void joinByIndex(Mention left, List<Mention> right) {
    if (left == null || left.isAmbiguous()) {
      return;
    }
    for (Mention other : right) {
      if (!other.isAmbiguous() && joins(left, other)) {
        addCause(left, other);
      } else if (!other.isAmbiguous() && joins(other, left)) {
        addCause(other, left);
      }
    }
  }

  private boolean joins(Mention effect, Mention cause) {
    return joins(effect.meanings.get(0).concepts(), cause);
  }

  private boolean joins(List<String> effects, Mention cause) {
    return effects.stream()
        .anyMatch(
            e -> cause.meanings.get(0).concepts().stream().anyMatch(c -> indexWith.joins(e, c)));
  }

  private void connect(
      Effect effect, Mention left, List<Mention> right, Phrases.Match<Modifier> link) {
    if (effect == Effect.CAUSES && right.isEmpty()) {
      connectBefore(left);
      return;
    }
    if (effect == Effect.NOT_DUE_TO) {
      left.unreadCause = true;
      return;
    }
    if (right.isEmpty()) {
      left.unreadCause |= effect == Effect.DUE_TO && wordsFollow(link);
      return;
    }
    if (effect == Effect.DUE_TO) {
      settle(left, right);
    }
    for (Mention other : right) {
      Mention caused = effect == Effect.DUE_TO ? left : other;
      Mention cause = effect == Effect.DUE_TO ? other : left;
      addCause(caused, cause);
    }
  }

  /** An abbreviation that the Index joins to its stated cause in one meaning means that. */
  private void settle(Mention left, List<Mention> right) {
    if (left.isAmbiguous()) {
      List<Lexicon.Meaning> fitting =
          left.meanings.stream()
              .filter(m -> right.stream().anyMatch(r -> joins(m.concepts(), r)))
              .toList();
      left.meanings = fitting.size() == 1 ? fitting : left.meanings;
    }
  }

  /** A cause that is doubted, over, or another person's causes nothing here. */
  private static void addCause(Mention caused, Mention cause) {
    boolean weaker =
        (cause.certainty != Certainty.CERTAIN && caused.certainty == Certainty.CERTAIN)
            || (cause.time != caused.time && cause.time == Time.HISTORY)
            || cause.person != caused.person;
    if (!weaker && !cause.isAmbiguous()) {
      caused.causes.add(cause);
    }
  }

  /** "B12 deficiency, metformin-induced": what was caused stands before. */
  private void connectBefore(Mention cause) {
    Mention before = null;
    for (Mention m : mentions) {
      if (m.end <= cause.start) {
        before = m;
      }
    }
    if (before != null && onlyPunctuation(before.end, cause.start)) {
      addCause(before, cause);
    }
  }

  private boolean onlyPunctuation(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!BREAKS.contains(words.text(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a cause is named in words we cannot read. */
  private boolean wordsFollow(Phrases.Match<Modifier> link) {
    return link.end() < words.end && !isKnown(link.end());
  }

  /** The nearest mention before the linker, unless unknown words after a break stand in between. */
  private Mention leftOf(Phrases.Match<Modifier> link) {
    Mention nearest = null;
    for (Mention m : mentions) {
      if (m.end <= link.start()) {
        nearest = m;
      }
    }
    if (nearest == null || otherLinkBetween(nearest.end, link.start())) {
      return null;
    }
    boolean afterBreak = false;
    int parentheses = 0;
    for (int i = nearest.end; i < link.start(); i++) {
      String t = words.text(i);
      parentheses += t.equals("(") ? 1 : t.equals(")") ? -1 : 0;
      if (parentheses > 0 || t.equals(")")) {
        continue;
      }
      if (t.equals(",") || t.equals("and") || t.equals("with") || t.equals("or")) {
        afterBreak = true;
      } else if (afterBreak && !isKnown(i)) {
        return null;
      }
    }
    return nearest;
  }

  private boolean otherLinkBetween(int from, int to) {
    return modifiers.stream().anyMatch(m -> isLink(m) && m.start() >= from && m.end() <= to);
  }

  /** The first mention directly after the linker, and those joined to it. */
  private List<Mention> rightOf(Phrases.Match<Modifier> link) {
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
      if (link.start() == cause.end && isLink(link) && effect(link) == Effect.CAUSES) {
        for (Mention m : mentions) {
          if (m.start == link.end()) {
            return m;
          }
        }
      }
    }
    return null;
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
   */
  private boolean isKnown(int token) {
    return words
        .modifier(token)
        .filter(m -> !isLink(m) && m.values().get(0).effect() != Effect.WITH)
        .isPresent();
  }
}
