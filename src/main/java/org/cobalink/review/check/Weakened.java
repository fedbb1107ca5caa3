package org.cobalink.review.check;

import java.util.List;
import org.cobalink.facts.Author;
import org.cobalink.knowledge.Gate;
import org.cobalink.review.Verdict;
import org.cobalink.review.assess.Assessment;
import org.cobalink.review.assess.Entry;
import org.cobalink.review.assess.Statement;
import org.cobalink.review.assess.Statement.Certainty;
import org.cobalink.review.assess.Statement.Clarity;
import org.cobalink.review.assess.Statement.Time;

/** An uncertain, past, ambiguous, foreign or unread statement in place of a diagnosis. */
final class Weakened {
  private Weakened() {}

  /** Whether there was one to raise. */
  static boolean raise(Case c, Findings findings, List<Entry> entries) {
    boolean any = false;
    for (Entry e : entries) {
      for (Statement s : e.statements()) {
        if (s.says(Assessment.INDICATION) && s.person() == Statement.Person.PATIENT) {
          any |= raise(c, findings, e, s);
        }
      }
      if (hasSeveralMeanings(e)) {
        findings.raise(Gate.AMBIGUOUS, e.diagnosis().words());
        any = true;
      }
      if (e.unread() && !e.documents(Assessment.INDICATION)) {
        any |= raiseUnread(c, findings, e);
      }
    }
    return any;
  }

  /** "SCD": one of the things it may mean may follow from a deficiency. */
  private static boolean hasSeveralMeanings(Entry e) {
    return e.statements().stream()
        .filter(
            s ->
                s.clarity() == Clarity.SEVERAL_MEANINGS
                    && s.isRaised()
                    && s.says(Assessment.EVIDENCE))
        .anyMatch(s -> e.statements().stream().anyMatch(o -> isOtherMeaning(s, o)));
  }

  private static boolean isOtherMeaning(Statement s, Statement o) {
    return o.ambiguous() && o.words().equals(s.words()) && !o.says(Assessment.EVIDENCE);
  }

  private static boolean raise(Case c, Findings findings, Entry e, Statement s) {
    String words = e.diagnosis().words();
    if (s.certainty() == Certainty.NEGATED || s.certainty() == Certainty.HYPOTHETICAL) {
      return false;
    }
    if (!e.diagnosis().author().mayDiagnose() || s.otherAuthor()) {
      findings.raise(
          e.diagnosis().author() == Author.NURSE ? Gate.AUTHOR_NURSE : Gate.AUTHOR_OTHER, words);
    } else if (s.ambiguous()) {
      findings.raise(
          s.clarity() == Clarity.SEVERAL_MEANINGS ? Gate.AMBIGUOUS : Gate.NOT_UNDERSTOOD, words);
    } else if (s.time() == Time.HISTORY) {
      boolean lifelong = s.says("lifelong");
      findings.raise(lifelong ? Gate.HISTORY_PERNICIOUS : Gate.HISTORY_ONLY, words);
    } else if (s.certainty() == Certainty.UNCERTAIN) {
      uncertain(c, findings, e);
    } else {
      return false;
    }
    return true;
  }

  static boolean isUncertain(Statement s) {
    return s.certainty() == Certainty.UNCERTAIN
        && s.person() == Statement.Person.PATIENT
        && s.says(Assessment.INDICATION);
  }

  static void uncertain(Case c, Findings findings, Entry e) {
    String words = e.diagnosis().words();
    findings.raise(e.byStatus() ? Gate.UNCERTAIN_STATUS : Gate.UNCERTAIN_WORDS, words);
    if (c.facts().visit().inpatient().is(true)) {
      findings.raise(Gate.UNCERTAIN_INPATIENT, Verdict.HUMAN, words);
    }
  }

  /** Words we cannot read beside a code for a B12 disease: the code says more than the words. */
  private static boolean raiseUnread(Case c, Findings findings, Entry e) {
    boolean claims = RecordedCode.claims(c, e);
    if (claims) {
      findings.raise(Gate.CODE_EXCEEDS_WORDS, e.diagnosis().words());
    }
    return claims;
  }
}
