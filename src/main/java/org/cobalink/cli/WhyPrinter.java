package org.cobalink.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.review.Review;
import org.cobalink.review.assess.Assessor;
import org.cobalink.review.assess.Entry;
import org.cobalink.review.assess.Statement;
import org.cobalink.review.assess.Statement.Certainty;
import org.cobalink.review.assess.Statement.Clarity;
import org.cobalink.review.assess.Statement.Person;
import org.cobalink.review.assess.Statement.Time;
import org.cobalink.review.check.Evidence;

/** How each statement of a chart was read, and why it did or did not count. */
final class WhyPrinter {
  private final Knowledge knowledge;
  private final StringBuilder out = new StringBuilder();

  WhyPrinter(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  String print(Review review) {
    line("  why       %s", review.injection().ref());
    review.assessment().entries().forEach(this::entry);
    review.assessment().onAdministration().forEach(this::given);
    review.evidence().forEach(this::evidence);
    return out.toString();
  }

  private void entry(Entry e) {
    String words = e.diagnosis().words();
    line("    %s, %s%s", e.ref(), place(e), words.isBlank() ? "" : ": “" + words + "”");
    e.diagnosis().codings().forEach(c -> line("      recorded  %s %s", c.code(), c.system()));
    if (e.statements().isEmpty()) {
      line("      says      %s", nothing(e));
    }
    for (Statement s : e.statements()) {
      if (!knowledge.concepts().isGrade(s.concept())) {
        line(
            "      says      %s%s → %s",
            knowledge.concepts().get(s.concept()).name(), causes(s), counts(e, s));
      }
    }
    List<String> unknown = new Assessor(knowledge).unknownWords(words);
    if (!e.statements().isEmpty() && !unknown.isEmpty()) {
      line("      unknown   %s", String.join(", ", unknown));
    }
  }

  private void given(Entry e) {
    line(
        "    %s: “%s” → does not count: a reason on an administration is no assessment",
        e.ref(), e.diagnosis().words());
  }

  private void evidence(Evidence e) {
    line(
        "    %s: %s %s, %s → evidence only, never a code (I.A.19)",
        e.lab().ref(),
        e.lab().value().ifKnown().map(Object::toString).orElse("no value"),
        e.lab().unit(),
        e.reading());
  }

  private static String place(Entry e) {
    String where =
        switch (e.diagnosis().place()) {
          case ORDER -> "reason of the order";
          case NOTE -> "assessment of a note";
          case ENCOUNTER -> "diagnosis of this encounter";
          case PROBLEM_LIST -> "problem list";
          case OTHER_ENCOUNTER -> "diagnosis of another encounter";
        };
    return where + (e.named() ? ", named" : "") + (e.addressed() ? "" : ", not addressed today");
  }

  private static String nothing(Entry e) {
    return e.unread() ? "nothing that the lexicon knows" : "nothing that counts";
  }

  /** How severe it is and what it is due to, as the words or the extension say. */
  private String causes(Statement s) {
    List<String> grades = new ArrayList<>();
    List<String> found = new ArrayList<>();
    String arrow = s.concept() + " <- ";
    s.meaning().stream()
        .filter(k -> k.startsWith(arrow))
        .map(k -> k.substring(arrow.length()))
        .filter(k -> !knowledge.concepts().get(k).kind().equals("group"))
        .sorted()
        .forEach(
            k ->
                (knowledge.concepts().isGrade(k) ? grades : found)
                    .add(knowledge.concepts().get(k).name()));
    String grade = grades.isEmpty() ? "" : ", " + String.join(", ", grades);
    return grade + (found.isEmpty() ? "" : ", due to " + String.join(", ", found));
  }

  private static String counts(Entry e, Statement s) {
    List<String> against = new ArrayList<>();
    if (!e.diagnosis().author().mayDiagnose()) {
      against.add("its author is no provider (I.B.14)");
    }
    if (s.otherAuthor()) {
      against.add("the words attribute it to another (I.B.14)");
    }
    if (s.certainty() != Certainty.CERTAIN) {
      String by = e.byStatus() ? " by its status" : "";
      against.add(s.certainty().name().toLowerCase(Locale.ROOT) + by + " (IV.H)");
    }
    if (s.time() == Time.HISTORY) {
      against.add("past or resolved (I.C.21.c.4)");
    }
    if (s.person() == Person.FAMILY) {
      against.add("about the family");
    }
    if (s.clarity() == Clarity.SEVERAL_MEANINGS) {
      against.add("one of several meanings");
    } else if (s.clarity() == Clarity.TAKEN_BACK) {
      against.add("something else that is said takes it back");
    } else if (s.clarity() == Clarity.NOT_UNDERSTOOD) {
      against.add("something else is said of it that is not understood or may take it back");
    }
    if (!against.isEmpty()) {
      return "does not count: " + String.join(", ", against);
    }
    return e.addressed() ? "counts" : "counts only if addressed today (IV.J)";
  }

  private void line(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
