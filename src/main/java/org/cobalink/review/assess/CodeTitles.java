package org.cobalink.review.assess;

import java.util.List;
import java.util.function.BiPredicate;
import org.cobalink.review.assess.ReadText.Span;

/**
 * The title of a code in brackets behind the clinician's words: "B12 deficiency [D51.0 Vitamin B12
 * deficiency anemia due to intrinsic factor deficiency]". The software wrote it. Where it says more
 * than the words, nobody said which holds (decision table row 83).
 */
final class CodeTitles {
  private final ReadText text;
  private final BiPredicate<Mention, Mention> entails;

  /**
   * @param entails whether what the first means entails what the second may mean
   */
  CodeTitles(ReadText text, BiPredicate<Mention, Mention> entails) {
    this.text = text;
    this.entails = entails;
  }

  void mark(List<Span> clauses) {
    if (text.has("[") || text.has("(")) {
      clauses.forEach(s -> mark(text.mentionsIn(s), s));
    }
  }

  private void mark(List<Mention> here, Span s) {
    for (Mention m : here) {
      int bracket = bracketOf(m, s);
      List<Mention> words = here.stream().filter(o -> o.end <= bracket && o.isDiagnosis()).toList();
      if (!words.isEmpty() && words.stream().noneMatch(o -> entails.test(o, m))) {
        m.doubt();
        words.forEach(Mention::doubt);
      }
    }
  }

  /** Where the bracket opens that holds it behind a code; -1 where none does. */
  private int bracketOf(Mention m, Span s) {
    for (int i = m.start - 1; i >= s.start(); i--) {
      if (text.isText(i, ")") || text.isText(i, "]")) {
        return -1;
      }
      if (text.isText(i, "(") || text.isText(i, "[")) {
        String first = text.tokens().get(i + 1).text();
        return Shape.isCode(first) && first.contains(".") ? i : -1;
      }
    }
    return -1;
  }
}
