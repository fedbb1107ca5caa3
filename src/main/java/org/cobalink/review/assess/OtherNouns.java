package org.cobalink.review.assess;

import java.util.List;
import java.util.stream.IntStream;
import org.cobalink.knowledge.Effect;
import org.cobalink.knowledge.Modifier;
import org.cobalink.knowledge.Phrases;

/** Nouns that look like references, and speak of something else or of nothing. */
record OtherNouns(ReadText text, NamesAgain again) {

  /**
   * Leaves out nouns that are part of a phrase, or that may speak of a thing named before them: of
   * two, anywhere; else in the sentence, "Ferritin is 6 and the deficiency is the cause".
   */
  void leaveOut(List<Mention> mentions) {
    mentions.removeIf(
        m ->
            m.isNoun()
                && (hasItsNoun(m)
                    || isOfNoCause(m)
                    || text.modifiers().stream().anyMatch(p -> isAnother(m, p))));
  }

  private boolean isAnother(Mention m, Phrases.Match<Modifier> phrase) {
    boolean longer = phrase.length() > m.end - m.start;
    boolean part = longer && phrase.start() <= m.start && m.end <= phrase.end();
    boolean thing =
        text.isThing(phrase.start())
            && phrase.end() <= m.start
            && !text.isMentioned(phrase.start());
    return part || (thing && !leaves(phrase, m));
  }

  /** Whether a thing named before leaves it what it speaks of. */
  private boolean leaves(Phrases.Match<Modifier> thing, Mention m) {
    return !again.isPronoun(text.tokens(), m.start)
        && (isOfTwo(m) ? isMeasured(thing) : endsBetween(thing, m));
  }

  private boolean endsBetween(Phrases.Match<Modifier> phrase, Mention m) {
    return IntStream.range(phrase.end(), m.start)
        .anyMatch(i -> Clauses.isEnd(text.tokens().get(i).text()));
  }

  private boolean isOfTwo(Mention m) {
    return again.isOfTwo(text.tokens(), m.start) || again.isBoth(text.tokens(), m.start);
  }

  /** "It", but of "due to it". */
  private boolean isOfNoCause(Mention m) {
    return again.isPronoun(text.tokens(), m.start)
        && text.modifiers().stream()
            .noneMatch(
                p -> p.end() == m.start && Links.isLink(p) && Links.effect(p) == Effect.DUE_TO);
  }

  /** "The first baby", "the second 1000 mcg". */
  private boolean hasItsNoun(Mention m) {
    int next = m.end;
    return isOfTwo(m)
        && next < text.tokens().size()
        && (text.isOpen(next)
            || text.isThing(next)
            || text.isMentioned(next)
            || Character.isDigit(text.tokens().get(next).text().charAt(0)));
  }

  /** "Hb 10.1". */
  private boolean isMeasured(Phrases.Match<Modifier> thing) {
    return Character.isDigit(text.tokens().get(thing.end()).text().charAt(0));
  }
}
