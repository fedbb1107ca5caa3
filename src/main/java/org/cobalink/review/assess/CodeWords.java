package org.cobalink.review.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cobalink.facts.Diagnosis;
import org.cobalink.knowledge.Concepts;
import org.cobalink.knowledge.Icd10cm;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.Says;
import org.cobalink.review.assess.Statement.Certainty;
import org.cobalink.review.assess.Statement.Clarity;
import org.cobalink.review.assess.Statement.Person;
import org.cobalink.review.assess.Statement.Time;
import org.cobalink.terms.Code;
import org.cobalink.terms.CodeSystems;
import org.cobalink.terms.Coding;

/** Lets the code of a diagnosis speak where it has no words but the code's own. */
final class CodeWords {
  private static final Pattern HCC = Pattern.compile("\\(?\\bHCC\\)?", Pattern.CASE_INSENSITIVE);
  private final Knowledge knowledge;
  private final LocalDate date;

  CodeWords(Knowledge knowledge, LocalDate date) {
    this.knowledge = knowledge;
    this.date = date;
  }

  /** The words a valid code stands for: none, the code itself, or its own title. */
  Optional<String> ownTitle(Diagnosis d) {
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
  List<Statement> read(Diagnosis d, String words, boolean unread) {
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
        concept,
        meaning,
        Certainty.CERTAIN,
        Time.CURRENT,
        Person.PATIENT,
        false,
        Clarity.CLEAR,
        words);
  }
}
