package org.cobalink.review.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cobalink.facts.Diagnosis;
import org.cobalink.facts.Note;
import org.cobalink.facts.Place;
import org.cobalink.facts.Verification;
import org.cobalink.knowledge.Effect;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.review.assess.Statement.Certainty;
import org.cobalink.review.assess.Statement.Person;
import org.cobalink.review.assess.Statement.Time;

/**
 * Reads one diagnosis: its words, notes and links first, its code only where there are no words.
 */
final class EntryReader {
  private final Knowledge knowledge;
  private final TextReader text;
  private final CodeWords codeWords;
  private final LocalDate date;

  EntryReader(Knowledge knowledge, LocalDate date) {
    this.knowledge = knowledge;
    this.text = new TextReader(knowledge);
    this.codeWords = new CodeWords(knowledge, date);
    this.date = date;
  }

  Entry read(Diagnosis d, boolean named, boolean addressed, Map<String, Diagnosis> chart) {
    if (d.verification() == Verification.ENTERED_IN_ERROR) {
      return new Entry(d, named, addressed, List.of(), false, false, false);
    }
    Optional<String> title = codeWords.ownTitle(d);
    List<Statement> words = new ArrayList<>(title.isPresent() ? List.of() : text.read(d.words()));
    boolean unread = words.isEmpty() && title.isEmpty() && !d.words().isBlank();
    boolean fromCode = words.isEmpty();
    if (fromCode) {
      words.addAll(codeWords.read(d, title.orElse(d.words()), unread));
    }
    addCauses(d, words, chart);
    addNotes(d, words);
    boolean byStatus = isUncertainByStatus(d, addressed);
    List<Statement> weighed = words.stream().map(s -> weigh(s, d, byStatus)).toList();
    return new Entry(d, named, addressed, weighed, byStatus, fromCode, unread);
  }

  /** The condition-dueTo extension links as the words "due to" do. */
  private void addCauses(Diagnosis d, List<Statement> words, Map<String, Diagnosis> chart) {
    List<Statement> causes = new ArrayList<>(0);
    List<Diagnosis> named = new ArrayList<>(d.dueTo());
    d.dueToRefs().stream().map(chart::get).filter(c -> c != null).forEach(named::add);
    for (Diagnosis cause : named) {
      Entry read =
          new EntryReader(knowledge, date).read(withoutCauses(cause), false, true, Map.of());
      read.plain().forEach(causes::add);
    }
    if (causes.isEmpty()) {
      return;
    }
    List<String> concepts = causes.stream().map(Statement::concept).toList();
    words.replaceAll(
        s -> {
          Set<String> meaning = new HashSet<>(s.meaning());
          meaning.addAll(knowledge.concepts().meaning(s.concept(), concepts));
          return s.withMeaning(meaning);
        });
    words.addAll(causes);
  }

  private static Diagnosis withoutCauses(Diagnosis d) {
    return new Diagnosis(
        d.ref(),
        d.place(),
        d.words(),
        d.wordsAreText(),
        d.codings(),
        List.of(),
        d.current(),
        d.verification(),
        d.author(),
        d.authorRef(),
        List.of(),
        List.of(),
        d.recorded());
  }

  private void addNotes(Diagnosis d, List<Statement> words) {
    for (Note note : d.notes()) {
      if (!note.author().mayDiagnose()) {
        continue;
      }
      text.bare(note.text()).ifPresent(e -> words.replaceAll(s -> weaken(s, e)));
      boolean goesOn = text.beginsWithLink(note.text());
      List<Statement> read = text.read(goesOn ? d.words() + " " + note.text() : note.text());
      read.forEach(n -> words.replaceAll(s -> weaken(s, n)));
      words.addAll(read);
    }
  }

  /** A note that doubts or dates the very thing the Condition states. */
  private static Statement weaken(Statement s, Statement note) {
    if (!s.says(note.concept()) || note.person() != Person.PATIENT || note.ambiguous()) {
      return s;
    }
    if (note.time() == Time.HISTORY) {
      return weaken(s, Effect.HISTORY);
    }
    return note.certainty() == Certainty.UNCERTAIN ? weaken(s, Effect.UNCERTAIN) : s;
  }

  private static Statement weaken(Statement s, Effect effect) {
    if (s.certainty() != Certainty.CERTAIN) {
      return s;
    }
    return switch (effect) {
      case NEGATED -> s.withCertainty(Certainty.NEGATED);
      case UNCERTAIN -> s.withCertainty(Certainty.UNCERTAIN);
      default -> s.inThePast();
    };
  }

  private static boolean isUncertainByStatus(Diagnosis d, boolean addressed) {
    return d.verification() == Verification.UNCERTAIN
        || (d.verification() == Verification.ABSENT
            && d.place() == Place.PROBLEM_LIST
            && !addressed);
  }

  private static Statement weigh(Statement s, Diagnosis d, boolean byStatus) {
    Statement weighed = s;
    if (d.verification() == Verification.REFUTED) {
      weighed = weighed.withCertainty(Certainty.NEGATED);
    } else if (byStatus && s.certainty() == Certainty.CERTAIN) {
      weighed = weighed.withCertainty(Certainty.UNCERTAIN);
    }
    return d.current() ? weighed : weighed.inThePast();
  }
}
