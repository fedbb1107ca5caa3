package org.cobalink.review.assess;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cobalink.knowledge.Effect;
import org.cobalink.knowledge.IndexWith;
import org.cobalink.knowledge.Modifier;
import org.cobalink.knowledge.Phrases;
import org.cobalink.knowledge.Roles;
import org.cobalink.review.assess.Statement.Certainty;
import org.cobalink.review.assess.Statement.Person;
import org.cobalink.review.assess.Statement.Time;

/**
 * Finds what is due to what within a clause. Only the linkers of the modifiers table link, and only
 * what stands directly on both sides of them: a comma, "and" or unknown words in between link
 * nothing.
 */
final class Links {
  private static final Set<String> JOINS = Set.of(",", "(", "-", "and");
  private final Words words;
  private final List<Mention> mentions;
  private final List<Phrases.Match<Modifier>> modifiers;
  private final Antecedent antecedent;
  private final LinkSides sides;
  private final IndexJoins index;

  Links(Words words, IndexWith indexWith, Roles roles) {
    this.words = words;
    this.mentions = words.mentions;
    this.modifiers = words.modifiers;
    this.antecedent = new Antecedent(words::text, roles);
    this.sides = new LinkSides(words, roles);
    this.index = new IndexJoins(indexWith);
  }

  static boolean isLink(Phrases.Match<Modifier> match) {
    return match.values().stream().anyMatch(m -> m.effect().isLink());
  }

  static Effect effect(Phrases.Match<Modifier> link) {
    return link.values().stream()
        .map(Modifier::effect)
        .filter(Effect::isLink)
        .findFirst()
        .orElseThrow();
  }

  void read() {
    for (var link : modifiers) {
      Mention left = isLink(link) && isClear(link) ? sides.left(link) : null;
      if (left != null && sides.isSaidOtherwise(left, link)) {
        left.doubt();
      } else if (left != null) {
        connect(effect(link), left, sides.right(link), link);
      } else if (isLink(link) && effect(link) == Effect.CAUSES && sides.wordsStandBefore(link)) {
        sides.right(link).forEach(m -> m.unreadCause |= !m.isIndication);
      }
      if (isWith(link)) {
        index.join(sides.left(link), sides.right(link));
      }
    }
  }

  private boolean isClear(Phrases.Match<Modifier> link) {
    return antecedent.isClear(link, mentions.stream().filter(m -> m.end <= link.start()).toList());
  }

  private static boolean isWith(Phrases.Match<Modifier> match) {
    return match.values().stream().anyMatch(m -> m.effect() == Effect.WITH);
  }

  private void connect(
      Effect effect, Mention left, List<Mention> right, Phrases.Match<Modifier> link) {
    boolean named = sides.isAttached(link) && words.isText(link.end(), "(");
    if (effect == Effect.CAUSES && (right.isEmpty() || named)) {
      if (!sides.isDoubtedBetween(left, link)) {
        connectBefore(left);
      }
      return;
    }
    if (effect == Effect.NOT_DUE_TO || effect == Effect.NOT_CAUSES) {
      left.unreadCause |= effect == Effect.NOT_DUE_TO;
      for (Mention m : right) {
        m.isNamedAsCause |= left.isStatedPlainly();
        m.apply(Effect.HYPOTHETICAL);
      }
      return;
    }
    if (effect == Effect.CAUSES && sides.isDoubtedBetween(left, link)) {
      return;
    }
    if (effect == Effect.DUE_TO && sides.isDoubted(link)) {
      right.forEach(m -> m.apply(Effect.UNCERTAIN));
    }
    if (right.isEmpty()) {
      left.unreadCause |= effect == Effect.DUE_TO && sides.wordsFollow(link);
      return;
    }
    if (effect == Effect.DUE_TO) {
      index.settle(left, right);
    }
    for (Mention other : right) {
      Mention caused = effect == Effect.DUE_TO ? causedBy(left) : other;
      Mention cause =
          effect == Effect.DUE_TO ? other : sides.isAttached(link) ? left : subject(left);
      addCause(caused, cause);
      if (effect == Effect.DUE_TO && words.isText(link.start() - 1, "both")) {
        joinedBefore(left).ifPresent(m -> addCause(m, cause));
      }
      if (effect == Effect.CAUSES && sides.isOfSeveral(link)) {
        joinedBefore(left).ifPresent(m -> addCause(other, m));
      }
    }
  }

  /** "B12 deficiency, drug-induced. Responsible drug: ...": not the drug has a cause. */
  private Mention causedBy(Mention left) {
    return mentions.stream()
        .filter(m -> left.isOnlyCause() && m.causes.contains(left))
        .findFirst()
        .orElse(left);
  }

  /** "Malabsorption from bypass causing ...": what causes is the malabsorption. */
  private Mention subject(Mention nearest) {
    return mentions.stream()
        .filter(m -> m.end <= nearest.start && m.causes.contains(nearest))
        .findFirst()
        .orElse(nearest);
  }

  /** "Anemia and neuropathy, both due to ...": the other of the two. */
  private Optional<Mention> joinedBefore(Mention left) {
    int at = mentions.indexOf(left);
    return at < 1 || !words.isText(left.start - 1, "and")
        ? Optional.empty()
        : Optional.of(mentions.get(at - 1));
  }

  /**
   * A cause that is doubted or over causes nothing here; one of another person's disease is that
   * person's too.
   */
  static void addCause(Mention caused, Mention cause) {
    if (caused.person == Person.FAMILY || cause.person == Person.FAMILY) {
      caused.apply(Effect.FAMILY);
      cause.apply(Effect.FAMILY);
    }
    boolean weaker =
        (cause.certainty != Certainty.CERTAIN && caused.certainty == Certainty.CERTAIN)
            || (cause.time != caused.time && cause.time == Time.HISTORY);
    if (!weaker && !cause.isAmbiguous()) {
      caused.causes.add(cause);
    }
    cause.isNamedAsCause |= caused.isStatedPlainly();
  }

  /**
   * "B12 deficiency, metformin-induced", or "PPI-induced (omeprazole)": what was caused is before.
   */
  private void connectBefore(Mention cause) {
    Mention before = null;
    for (Mention m : mentions) {
      if (m.end <= cause.start) {
        before = m;
      }
    }
    if (before != null && joinsTo(before.end, cause.start)) {
      addCause(before, cause);
    }
  }

  private boolean joinsTo(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!JOINS.contains(words.text(i)) && !words.isFiller(i)) {
        return false;
      }
    }
    return true;
  }
}
