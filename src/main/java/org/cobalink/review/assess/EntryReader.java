package org.cobalink.review.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cobalink.facts.Diagnosis;
import org.cobalink.facts.Note;
import org.cobalink.facts.Place;
import org.cobalink.facts.Verification;
import org.cobalink.knowledge.Concepts;
import org.cobalink.knowledge.Effect;
import org.cobalink.knowledge.Icd10cm;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.Says;
import org.cobalink.review.assess.Statement.Certainty;
import org.cobalink.review.assess.Statement.Person;
import org.cobalink.review.assess.Statement.Time;
import org.cobalink.terms.Code;
import org.cobalink.terms.CodeSystems;
import org.cobalink.terms.Coding;

/**
 * Reads one diagnosis: its words, notes and links first, its code only where there are no words.
 */
final class EntryReader {
  private static final Pattern HCC = Pattern.compile("\\(?\\bHCC\\)?", Pattern.CASE_INSENSITIVE);
  private final Knowledge knowledge;
  private final TextReader text;
  private final LocalDate date;

  EntryReader(Knowledge knowledge, LocalDate date) {
    this.knowledge = knowledge;
    this.text = new TextReader(knowledge);
    this.date = date;
  }

  Entry read(Diagnosis d, boolean named, boolean addressed, Map<String, Diagnosis> chart) {
    if (d.verification() == Verification.ENTERED_IN_ERROR) {
      return new Entry(d, named, addressed, List.of(), false, false, false);
    }
    Optional<String> title = ownTitle(d);
    List<Statement> words = new ArrayList<>(title.isPresent() ? List.of() : text.read(d.words()));
    boolean unread = words.isEmpty() && title.isEmpty() && !d.words().isBlank();
    boolean fromCode = words.isEmpty();
    if (fromCode) {
      words.addAll(fromCodes(d, title.orElse(d.words()), unread));
    }
    addCauses(d, words, chart);
    addNotes(d, words);
    boolean byStatus = isUncertainByStatus(d, addressed);
    List<Statement> weighed = words.stream().map(s -> weigh(s, d, byStatus)).toList();
    return new Entry(d, named, addressed, weighed, byStatus, fromCode, unread);
  }

  /** The words a valid code stands for: none, the code itself, or its own title. */
  private Optional<String> ownTitle(Diagnosis d) {
    for (Coding c : d.icdCodings()) {
      Optional<Icd10cm.Entry> entry =
          knowledge.icd10cm().find(c.code(), date).filter(Icd10cm.Entry::billable);
      if (entry.isPresent() && isTitle(d.words(), entry.get())) {
        return Optional.of(entry.get().title());
      }
    }
    return Optional.empty();
  }

  private static boolean isTitle(String words, Icd10cm.Entry entry) {
    String w = HCC.matcher(words).replaceAll("").strip();
    return w.isEmpty()
        || w.equalsIgnoreCase(entry.title())
        || w.equalsIgnoreCase(entry.code())
        || w.equalsIgnoreCase(entry.code().replace(".", ""));
  }

  /** Where words are there but unknown, a code may only tell of another disease or a symptom. */
  private List<Statement> fromCodes(Diagnosis d, String words, boolean unread) {
    List<Statement> found = new ArrayList<>(1);
    for (Coding c : d.codings()) {
      Optional<Says.Line> says = Optional.empty();
      if (c.system().equals(CodeSystems.ICD10CM)) {
        String code = Icd10cm.dotted(c.code());
        boolean valid =
            knowledge.icd10cm().find(code, date).filter(Icd10cm.Entry::billable).isPresent();
        says = valid ? knowledge.says().of(new Code(c.system(), code), date) : says;
      } else if (!d.wordsAreText()) {
        says = knowledge.says().exactly(c.asCode(), date);
      }
      if (says.isPresent()) {
        Set<String> meaning = knowledge.concepts().meaning(says.get().concepts(), List.of());
        boolean harmless = meaning.contains("noB12Need") || meaning.contains("symptom");
        if (!unread || harmless) {
          String concept = says.get().concepts().get(0);
          found.add(plain(concept, meaning, words));
          causes(concept)
              .forEach(
                  cause ->
                      found.add(
                          plain(
                              cause,
                              knowledge.concepts().meaning(cause),
                              knowledge.concepts().get(cause).name())));
        }
      }
    }
    return found;
  }

  /**
   * What a concept other than a B12 disease is by itself due to: dementia due to the deficiency.
   */
  private Stream<String> causes(String concept) {
    return knowledge.concepts().isKind(concept, Assessment.INDICATION)
        ? Stream.empty()
        : knowledge.concepts().get(concept).madeOf().stream()
            .limit(1)
            .flatMap(List::stream)
            .map(Concepts.Relation::cause)
            .filter(c -> !c.isEmpty() && !knowledge.concepts().get(c).kind().equals("group"));
  }

  private static Statement plain(String concept, Set<String> meaning, String words) {
    return new Statement(
        concept, meaning, Certainty.CERTAIN, Time.CURRENT, Person.PATIENT, false, false, words);
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
