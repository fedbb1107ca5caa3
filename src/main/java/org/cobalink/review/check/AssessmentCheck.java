package org.cobalink.review.check;

import java.util.List;
import org.cobalink.facts.Author;
import org.cobalink.facts.Injection;
import org.cobalink.knowledge.Gate;
import org.cobalink.knowledge.Icd10cm;
import org.cobalink.knowledge.Row;
import org.cobalink.review.Verdict;
import org.cobalink.review.assess.Assessment;
import org.cobalink.review.assess.Entry;
import org.cobalink.review.assess.Statement;
import org.cobalink.review.assess.Statement.Certainty;
import org.cobalink.review.assess.Statement.Clarity;
import org.cobalink.review.assess.Statement.Time;

/**
 * Whether a clinician documented a diagnosis that supports the injection, and if not, what stands
 * there instead: an uncertain, past, ambiguous or foreign statement, a symptom, another reason, or
 * nothing.
 */
final class AssessmentCheck implements Check {
  @Override
  public void look(Case c, Findings findings) {
    if (c.isSupportedToday()) {
      raiseRows(findings, c.today().deciding());
      raiseNamedDoubt(c, findings);
      return;
    }
    boolean weakened = raiseWeakened(c, findings, c.assessment().addressed());
    if (c.isOnlyOnProblemList()) {
      onProblemList(c, findings);
    }
    raiseRows(findings, c.today().deciding());
    boolean reasoned = raiseReasons(c, findings, weakened);
    if (!weakened && !reasoned && !c.isOnlyOnProblemList()) {
      weakened = raiseWeakened(c, findings, c.assessment().notAddressed());
    }
    boolean said =
        weakened
            || reasoned
            || c.isOnlyOnProblemList()
            || !findings.all().stream().allMatch(f -> f.leadsTo() == Verdict.LINK);
    if (!said) {
      findings.raise(Gate.ASSESSMENT_MISSING);
    }
  }

  /** A prescriber who doubts on the order what the encounter states is asked, not overruled. */
  private static void raiseNamedDoubt(Case c, Findings findings) {
    if (!c.orderNamesSupport()) {
      c.assessment().named().stream()
          .filter(e -> e.statements().stream().anyMatch(AssessmentCheck::isUncertain))
          .forEach(e -> uncertain(c, findings, e));
    }
  }

  private static void onProblemList(Case c, Findings findings) {
    Injection injection = c.injection();
    List<Entry> entries =
        c.assessment().notAddressed().stream()
            .filter(e -> e.documents(Assessment.INDICATION))
            .toList();
    findings.raise(
        Gate.NOT_ADDRESSED,
        injection.beingSigned() ? Verdict.LINK : Verdict.QUERY,
        c.wordsOf(entries));
    raiseRows(findings, c.withProblemList().deciding());
  }

  /** Rows of tier P and Q ask; rows of tier H go to a person. */
  private static void raiseRows(Findings findings, List<Row> rows) {
    for (Row row : rows) {
      if (row.finding().isPresent() && row.tier() != Row.Tier.A) {
        findings.raise(row, row.tier() == Row.Tier.H ? Verdict.HUMAN : Verdict.QUERY);
      }
    }
  }

  private static boolean raiseWeakened(Case c, Findings findings, List<Entry> entries) {
    boolean any = false;
    for (Entry e : entries) {
      for (Statement s : e.statements()) {
        if (s.says(Assessment.INDICATION) && s.person() == Statement.Person.PATIENT) {
          any |= raiseWeakened(c, findings, e, s);
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

  private static boolean raiseWeakened(Case c, Findings findings, Entry e, Statement s) {
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

  private static boolean isUncertain(Statement s) {
    return s.certainty() == Certainty.UNCERTAIN
        && s.person() == Statement.Person.PATIENT
        && s.says(Assessment.INDICATION);
  }

  private static void uncertain(Case c, Findings findings, Entry e) {
    String words = e.diagnosis().words();
    findings.raise(e.byStatus() ? Gate.UNCERTAIN_STATUS : Gate.UNCERTAIN_WORDS, words);
    if (c.facts().visit().inpatient().is(true)) {
      findings.raise(Gate.UNCERTAIN_INPATIENT, Verdict.HUMAN, words);
    }
  }

  private static boolean claims(Case c, Entry e) {
    return e.diagnosis().icdCodings().stream()
        .anyMatch(k -> CodeCheck.asserts(c, k.code(), Assessment.INDICATION));
  }

  private static boolean carry(List<Entry> entries, String code) {
    return entries.stream()
        .flatMap(e -> e.diagnosis().icdCodings().stream())
        .anyMatch(k -> Icd10cm.dotted(k.code()).equals(code));
  }

  /** Words we cannot read beside a code for a B12 disease: the code says more than the words. */
  private static boolean raiseUnread(Case c, Findings findings, Entry e) {
    boolean claims = claims(c, e);
    if (claims) {
      findings.raise(Gate.CODE_EXCEEDS_WORDS, e.diagnosis().words());
    }
    return claims;
  }

  /** Symptoms, findings, other diseases and purposes that stand in place of a diagnosis. */
  private static boolean raiseReasons(Case c, Findings findings, boolean weakened) {
    boolean any = false;
    for (Row row : c.today().others()) {
      boolean named =
          c.assessment().named().stream().anyMatch(e -> e.documents(row.when().present().get(0)));
      if (row.supports() == Row.Supports.NO) {
        List<Entry> claiming = c.assessment().named().stream().filter(e -> claims(c, e)).toList();
        if (!claiming.isEmpty() && !row.codes().stream().anyMatch(k -> carry(claiming, k.code()))) {
          findings.raise(Gate.WORDS_AGAINST_CODE, Verdict.QUERY, c.wordsOf(claiming));
          any = true;
        } else if (named) {
          findings.raise(row, Verdict.UNSUPPORTED, c.wordsOf(c.assessment().named()));
          any = true;
        }
      } else if (row.tier() == Row.Tier.H) {
        if (named || c.assessment().named().isEmpty()) {
          findings.raise(row, Verdict.HUMAN);
          any = true;
        }
      } else if (!weakened) {
        String term = row.when().present().get(0);
        findings.raise(
            row,
            Verdict.QUERY,
            c.wordsOf(c.today().scope().stream().filter(e -> e.documents(term)).toList()));
        any = true;
      }
    }
    return any;
  }
}
