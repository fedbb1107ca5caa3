package org.cobalink.review.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cobalink.knowledge.Effect;
import org.cobalink.knowledge.Lexicon;
import org.cobalink.knowledge.Phrases;
import org.cobalink.review.assess.Statement.Certainty;
import org.cobalink.review.assess.Statement.Clarity;
import org.cobalink.review.assess.Statement.Person;
import org.cobalink.review.assess.Statement.Time;

/** A phrase of the lexicon in a text, while the words around it are being weighed. */
final class Mention {
  final int start;
  int end;
  List<Lexicon.Meaning> meanings;
  final List<Mention> causes = new ArrayList<>(0);
  Certainty certainty = Certainty.CERTAIN;
  Time time = Time.CURRENT;
  Person person = Person.PATIENT;
  boolean otherAuthor;

  /** Whether it may only stand beside a deficiency, so that its words must be read whole. */
  final boolean isBeside;

  /** Whether it may be a disease that vitamin B12 is given for. */
  final boolean isIndication;

  final Nature nature;
  boolean unreadCause;

  /** Whether it is named as what a diagnosis, itself not doubted, is or is not due to. */
  boolean isNamedAsCause;

  /** Whether what is said of it is not understood, or takes it back. */
  boolean isUnread;

  private boolean isTakenBack;
  private boolean isLeftOut;

  /**
   * What the concepts are that it may mean.
   *
   * @param kinds disease, drug ... (concepts.tsv)
   * @param isBeside whether it may only stand beside a deficiency
   * @param isIndication whether it may be a disease that vitamin B12 is given for
   * @param mayExplain whether it may be what vitamin B12 deficiency comes from
   * @param namesCause whether its name says what it is due to
   */
  record Nature(
      Set<String> kinds,
      boolean isBeside,
      boolean isIndication,
      boolean mayExplain,
      boolean namesCause) {}

  private final Set<String> kinds;

  /** What it speaks of again: "the deficiency"; of two, "both deficiencies". */
  List<Mention> antecedents = List.of();

  /** Whether it is no more than a noun that speaks of others again. */
  private boolean isNoun;

  /** A noun that speaks of mentions again. */
  Mention(int start, int end, List<Mention> antecedents) {
    this(new Phrases.Match<>(start, end, antecedents.get(0).meanings), antecedents.get(0).nature);
    this.antecedents = antecedents;
    this.isNoun = true;
  }

  Mention(Phrases.Match<Lexicon.Meaning> match, Nature nature) {
    this.nature = nature;
    this.kinds = nature.kinds();
    this.isBeside = nature.isBeside();
    this.isIndication = nature.isIndication();
    this.start = match.start();
    this.end = match.end();
    this.meanings = match.values();
  }

  boolean isNoun() {
    return isNoun;
  }

  boolean meansTheSame(Mention other) {
    return meanings.equals(other.meanings);
  }

  /** Whether it says in full again what was not said plainly before. */
  boolean isSaidWhole() {
    return !isNoun && antecedents.stream().anyMatch(a -> meansTheSame(a) && !a.isStatedPlainly());
  }

  /** Whether it is a state of the patient, as pregnancy is, and no disease. */
  boolean isStatus() {
    return kinds.equals(Set.of("status"));
  }

  /** Whether it only says how severe a disease named before it is: "dementia ..., mild". */
  boolean isGrade() {
    return kinds.equals(Set.of("grade"));
  }

  /** Whether it is what goes with a disease, as agitation does. */
  boolean isFinding() {
    return kinds.equals(Set.of("finding"));
  }

  boolean isSymptom() {
    return kinds.equals(Set.of("symptom"));
  }

  /** Whether it is what was done about the disease: an injection. */
  boolean isTreatment() {
    return kinds.equals(Set.of("procedure"));
  }

  /** Whether "the former" or "the latter" may speak of it. */
  boolean mayBeOneOfTwo() {
    return !isGrade() && !isTreatment() && !isOnlyNamed();
  }

  /** Whether it only names vitamin B12: "B12 has nothing to do with it". */
  boolean isOnlyNamed() {
    return kinds.equals(Set.of("mention"));
  }

  /** Whether it is what a disease may come from, and no disease: a drug, a diet. */
  boolean isOnlyCause() {
    return kinds.equals(Set.of("cause"));
  }

  /** Whether it happened once, as surgery does: a year beside it is when. */
  boolean isEvent() {
    return kinds.contains("event");
  }

  /** Whether it is a disease in its own right, not a finding, a cause or a symptom. */
  boolean isDiagnosis() {
    return !isBeside && kinds.contains("disease");
  }

  /** Whether nothing read so far doubts, dates or gives it to somebody else. */
  boolean isStatedPlainly() {
    return certainty == Certainty.CERTAIN
        && time == Time.CURRENT
        && person == Person.PATIENT
        && !otherAuthor;
  }

  /** Whether it is not denied and not over: only then do the words speak of its cause too. */
  boolean isStillSo() {
    return certainty != Certainty.NEGATED && time == Time.CURRENT;
  }

  boolean isAmbiguous() {
    return clarity() != Clarity.CLEAR;
  }

  Clarity clarity() {
    if (meanings.size() > 1) {
      return Clarity.SEVERAL_MEANINGS;
    }
    return isTakenBack ? Clarity.TAKEN_BACK : isUnread ? Clarity.NOT_UNDERSTOOD : Clarity.CLEAR;
  }

  /** It does not count, and takes nothing back: "celiac serology" is no more than that. */
  void leaveOut() {
    isLeftOut = certainty == Certainty.CERTAIN;
    apply(Effect.UNCERTAIN);
  }

  /** Whether it denies, doubts, dates or gives away what was named before it. */
  boolean argues() {
    return unreadCause || !(isStatedPlainly() || isLeftOut || (isOfCause() && !isIndication));
  }

  /**
   * Whether only that it is a cause is doubted: "possibly from the metformin", "not due to B12
   * deficiency" do not say that there is none.
   */
  boolean isOfCause() {
    return isNamedAsCause
        && certainty != Certainty.NEGATED
        && time == Time.CURRENT
        && person == Person.PATIENT;
  }

  /** Makes it ask: what is said elsewhere takes it back, in words that are all known. */
  void takeBack() {
    isTakenBack |= !isUnread && isStatedPlainly();
    doubt();
  }

  /** Makes it ask: what is said of it elsewhere is not understood, or takes it back. */
  void doubt() {
    if (isStatedPlainly()) {
      isUnread = true;
    }
  }

  /**
   * What is due to something not understood is not understood either; nor is what is only named as
   * the cause of it: "metformin-induced B12 deficiency, misdiagnosed".
   */
  void doubtWithCauses() {
    if (isUnread) {
      causes.stream().filter(c -> c.isBeside).forEach(Mention::doubt);
    }
    if (causes.stream().anyMatch(c -> c.isUnread && !c.isBeside)) {
      doubt();
    }
  }

  /**
   * Applies a modifier. Of two that speak of certainty the stronger holds, negation first. An event
   * is always past: "history of gastric bypass" says that it was done.
   */
  void apply(Effect effect) {
    switch (effect) {
      case NEGATED -> certainty = Certainty.NEGATED;
      case HYPOTHETICAL -> {
        if (certainty != Certainty.NEGATED) {
          certainty = Certainty.HYPOTHETICAL;
        }
      }
      case PREVENTS -> {
        if (!kinds.equals(Set.of("event"))) {
          apply(Effect.HYPOTHETICAL);
        }
      }
      case UNCERTAIN -> {
        if (certainty == Certainty.CERTAIN) {
          certainty = Certainty.UNCERTAIN;
        }
      }
      case HISTORY -> time = kinds.equals(Set.of("event")) ? time : Time.HISTORY;
      case FAMILY -> person = Person.FAMILY;
      case OTHER_AUTHOR -> otherAuthor = true;
      default -> {}
    }
  }
}
