package org.cobalink.review.assess;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cobalink.knowledge.Modifier;
import org.cobalink.review.assess.ReadText.Span;

/**
 * What reaches past the end of a clause: headings over what follows them, words with nothing of
 * their own to speak of back over the diagnosis before them, and what is taken back by its name.
 */
final class Across {
  private final ReadText text;
  private final Earlier earlier;

  Across(ReadText text, Earlier earlier) {
    this.text = text;
    this.earlier = earlier;
  }

  void read(List<Span> clauses) {
    Headings headings = new Headings(text);
    Retraction retraction = new Retraction(text);
    Otherwise otherwise = new Otherwise(text);
    Asides asides = new Asides(text, retraction, otherwise, earlier);
    Deque<List<Mention>> before = new ArrayDeque<>();
    boolean colons = text.has(":");
    boolean ahead = false;
    boolean braces = text.has("{");
    for (Span s : clauses) {
      List<Mention> here = clauses.size() == 1 ? text.mentions() : text.mentionsIn(s);
      if (colons) {
        headings.apply(s, here);
      }
      if (ahead) {
        here.forEach(Mention::doubt);
      }
      ahead = ahead || retraction.isOfWhatFollows(s, here);
      boolean unknown = !before.isEmpty() && text.hasUnknownWord(s);
      Consumer<Mention> doubting = unknown ? Mention::doubt : Mention::takeBack;
      if (!before.isEmpty() && retraction.isIn(s, here)) {
        doubt(before, retraction.isOfAll(s, here), doubting);
      }
      if (braces) {
        here.stream().filter(m -> text.isInBraces(m.start)).forEach(Mention::doubt);
      }
      boolean unclear = unknown && text.tells(s);
      here.stream()
          .filter(m -> m.argues() && !(m.isOfCause() && takesNothingBack(s)))
          .forEach(m -> earlier.takeBack(m, subject(m, here), doubting));
      here.stream()
          .filter(m -> !before.isEmpty() && (unclear || otherwise.isOpen(m, here)))
          .forEach(m -> earlier.openAgain(m, s.start()));
      if (!here.isEmpty()) {
        before.push(here);
      }
      asides.read(s, here);
    }
  }

  /** What a clause says it of: "folate deficiency, without anemia". */
  private Optional<Mention> subject(Mention m, List<Mention> here) {
    int at = here.indexOf(m);
    return Optional.of(at)
        .filter(i -> i > 0)
        .map(i -> here.get(i - 1))
        .filter(before -> text.isText(m.start - 1, "without"));
  }

  private boolean takesNothingBack(Span s) {
    return text.modifiersIn(s).noneMatch(m -> Modifier.takeBack(m.values()));
  }

  /** Back to the last clause with a diagnosis: "Pernicious anemia. Fatigue. Not ours." */
  private static void doubt(Deque<List<Mention>> before, boolean all, Consumer<Mention> doubting) {
    for (List<Mention> clause : before) {
      clause.forEach(doubting);
      if (!all && clause.stream().anyMatch(Mention::isDiagnosis)) {
        return;
      }
    }
  }
}
