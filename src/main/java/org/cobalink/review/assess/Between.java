package org.cobalink.review.assess;

import java.util.List;
import java.util.Set;
import org.cobalink.knowledge.Modifier;
import org.cobalink.knowledge.Phrases;

/** What lies between two places of a clause: nothing of note, a break, words of their own. */
final class Between {
  static final Set<String> PUNCTUATION = Set.of(",", ":", "-", "(", ")", "/");
  static final Set<String> BREAKS = Set.of(",", "(", "-", "and", "with");
  private static final Set<String> TICKED = Set.of("[", "\u2612", "\u2611", "\u2713", "\u2714");
  private static final Set<String> JOINING = Set.of("and", "or", "/", "+");
  private final Words words;
  private final List<Mention> mentions;
  private final List<Phrases.Match<Modifier>> modifiers;

  Between(Words words) {
    this.words = words;
    this.mentions = words.mentions;
    this.modifiers = words.modifiers;
  }

  /** Only fillers. */
  boolean fillers(int from, int to) {
    return bridges(from, to, false);
  }

  /** Only fillers and punctuation. */
  boolean fillersAndPunctuation(int from, int to) {
    return bridges(from, to, true);
  }

  /** Only fillers, and no dash: not in "B12 deficiency - level normal". */
  boolean touches(int from, int to) {
    for (int i = from; i < to; i++) {
      if (words.isText(i, "-")) {
        return false;
      }
    }
    return fillers(from, to);
  }

  private boolean bridges(int from, int to, boolean punctuation) {
    for (int i = from; i < to; i++) {
      boolean passed = punctuation && PUNCTUATION.contains(words.text(i));
      if (!passed && !words.isFiller(i)) {
        return false;
      }
    }
    return to <= words.end;
  }

  /** A mention, a thing, or a word that no table knows. */
  boolean something(int from, int to) {
    for (int i = from; i < to; i++) {
      if (words.isOpen(i) || words.isThing(i) || words.isMention(i)) {
        return true;
      }
    }
    return false;
  }

  /**
   * "..., celiac ruled out": words of their own behind a break are what the modifier speaks of;
   * what denies may also speak of a thing ("Hb normal").
   */
  boolean otherWords(int from, int to, boolean denies) {
    boolean afterBreak = false;
    for (int i = from; i < to; i++) {
      if (BREAKS.contains(words.text(i))) {
        afterBreak = true;
      } else if (afterBreak && (words.isOpen(i) || (denies && words.isThing(i)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether "and", "or" or a linker stands there. */
  boolean joins(int from, int to) {
    for (int i = from; i < to; i++) {
      if (JOINING.contains(words.text(i))) {
        return true;
      }
    }
    return links(from, to);
  }

  /** Whether a linker stands there: what follows is said of the cause ("etiology: uncertain"). */
  boolean links(int from, int to) {
    return modifiers.stream().anyMatch(m -> m.start() >= from && m.end() <= to && Links.isLink(m));
  }

  /** Whether the mention is the last before {@code at}, or joined to the last. */
  boolean isNearest(int index, int at) {
    for (int i = index + 1; i < mentions.size() && mentions.get(i).end <= at; i++) {
      boolean behindBreak = at > 0 && BREAKS.contains(words.text(at - 1));
      boolean transparent = behindBreak && mentions.get(i).isBeside;
      if (!transparent && !joins(mentions.get(i - 1).end, mentions.get(i).start)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the mention stands in a list of diseases that ends there: commas, "and" and "or"
   * between them, and only fillers behind the last.
   */
  boolean isInList(int index, int at) {
    int last = index;
    while (last + 1 < mentions.size() && mentions.get(last + 1).end <= at) {
      last++;
      for (int t = mentions.get(last - 1).end; t < mentions.get(last).start; t++) {
        if (!words.isText(t, ",") && !JOINING.contains(words.text(t))) {
          return false;
        }
      }
    }
    Mention end = mentions.get(last);
    return last > index && (end.isBeside || end.isDiagnosis()) && !something(end.end, at);
  }

  /** Whether one of the mentions behind it, up to there, may be a disease B12 is given for. */
  boolean isIndicationBehind(int index, int at) {
    return mentions.subList(index + 1, mentions.size()).stream()
        .anyMatch(m -> m.end <= at && m.isIndication);
  }

  /** Whether all mentions from this one to {@code to} may only stand beside a diagnosis. */
  boolean onlyBeside(int index, int to) {
    return mentions.subList(index, mentions.size()).stream()
        .filter(m -> m.end <= to)
        .allMatch(m -> m.isBeside);
  }

  /**
   * "[x] B12 deficiency [ ] pernicious anemia": a box, ticked or empty, stands behind no diagnosis.
   */
  boolean boxesComeFirst() {
    int box = words.start;
    while (box < words.end && !isBox(box)) {
      box++;
    }
    int at = box;
    return mentions.stream().noneMatch(m -> m.end <= at && fillers(m.end, at));
  }

  private boolean isBox(int at) {
    return TICKED.contains(words.text(at))
        || words.modifier(at).stream().flatMap(m -> m.values().stream()).anyMatch(Modifier::isBox);
  }
}
