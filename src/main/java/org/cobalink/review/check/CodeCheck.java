package org.cobalink.review.check;

import java.util.List;
import java.util.Optional;
import org.cobalink.facts.Verification;
import org.cobalink.knowledge.Gate;
import org.cobalink.knowledge.Icd10cm;
import org.cobalink.knowledge.Says;
import org.cobalink.review.Verdict;
import org.cobalink.review.assess.Assessment;
import org.cobalink.review.assess.Entry;
import org.cobalink.review.code.SupportedCode;
import org.cobalink.terms.Code;
import org.cobalink.terms.CodeSystems;
import org.cobalink.terms.Coding;

/**
 * The heart of the product: recorded codes against words. What the code asserts is compared with
 * what the words say, by entailment: words more, code more, or neither. See
 * docs/words-against-code.md.
 */
final class CodeCheck implements Check {
  @Override
  public void look(Case c, Findings findings) {
    for (Entry e : c.coded().scope()) {
      Optional<SupportedCode> own =
          c.coder().ownCode(e, c.coded()).filter(o -> c.coded().find(o.code()).isPresent());
      if (own.isPresent()) {
        compare(c, findings, e, own.get());
      } else if (e.diagnosis().verification() != Verification.ENTERED_IN_ERROR
          && e.statements().stream().noneMatch(s -> s.says(Assessment.INDICATION))) {
        claims(c, findings, e);
      }
    }
  }

  /** A code that asserts a B12 disease the words do not say: "fatigue" (D51.0). */
  private static void claims(Case c, Findings findings, Entry e) {
    e.diagnosis().icdCodings().stream()
        .map(k -> Icd10cm.dotted(k.code()))
        .filter(k -> c.coded().find(k).isEmpty() && RecordedCode.claimsMore(c, e, k))
        .forEach(
            k -> findings.raise(Gate.CODE_EXCEEDS_WORDS, e.diagnosis().words() + " (" + k + ")"));
  }

  private static void compare(Case c, Findings findings, Entry e, SupportedCode own) {
    List<Coding> recorded = e.diagnosis().icdCodings();
    String words = e.diagnosis().words();
    if (recorded.stream().anyMatch(k -> Icd10cm.dotted(k.code()).equals(own.code()))) {
      claims(c, findings, e);
      return;
    }
    boolean asItIs = recorded.isEmpty() || !e.isOfEncounter() || areSupported(c, recorded);
    if (asItIs && isCodedElsewhere(c, e, own)) {
      return;
    }
    if (recorded.isEmpty() || c.coder().codesAnother(e, own)) {
      if (!isCodedElsewhere(c, e, own)) {
        findings.raise(Gate.CODE_MISSING, words);
      }
      return;
    }
    for (Coding k : recorded) {
      compare(c, findings, e, k, words);
    }
  }

  /** "Glossitis due to B12 deficiency" (K14.0) beside a diagnosis that carries the deficiency. */
  private static boolean areSupported(Case c, List<Coding> recorded) {
    return recorded.stream().allMatch(k -> c.coded().find(Icd10cm.dotted(k.code())).isPresent());
  }

  private static void compare(Case c, Findings findings, Entry e, Coding k, String words) {
    String code = Icd10cm.dotted(k.code());
    String both = words + " (" + code + ")";
    Optional<Gate> invalid = RecordedCode.invalid(c, code);
    if (invalid.isPresent()) {
      findings.raise(invalid.get(), both);
    } else {
      Optional<Says.Line> says =
          c.knowledge().says().exactly(new Code(CodeSystems.ICD10CM, code), c.date());
      boolean wordsSayCode =
          says.filter(l -> Assessment.meaning(List.of(e)).containsAll(l.concepts())).isPresent();
      boolean codeSaysWords = says.filter(l -> entails(c, l, e)).isPresent();
      if (wordsSayCode) {
        findings.raise(Gate.CODE_UNSPECIFIC, both);
      } else if (codeSaysWords) {
        findings.raise(Gate.CODE_EXCEEDS_WORDS, both);
      } else {
        findings.raise(Gate.WORDS_AGAINST_CODE, Verdict.QUERY, both);
      }
    }
  }

  /**
   * Whether the code asserts everything the entry says of B12, and more; or, being none of B12,
   * more of something else the entry says: moderate dementia, where dementia is said.
   */
  private static boolean entails(Case c, Says.Line line, Entry e) {
    var asserted = c.knowledge().concepts().meaning(line.concepts(), List.of());
    if (!asserted.contains(Assessment.INDICATION)) {
      return e.plain().anyMatch(s -> asserted.contains(s.concept()));
    }
    return e.plain()
        .filter(s -> s.says(Assessment.INDICATION))
        .allMatch(s -> asserted.contains(s.concept()));
  }

  /**
   * Another diagnosis says the same and carries its code: "polyneuropathy in diseases classified
   * elsewhere" beside "neuropathy due to ...".
   */
  private static boolean isCodedElsewhere(Case c, Entry e, SupportedCode own) {
    return c.assessment().entries().stream()
        .filter(o -> !o.equals(e))
        .filter(
            o ->
                o.diagnosis().icdCodings().stream()
                    .anyMatch(k -> Icd10cm.dotted(k.code()).equals(own.code())))
        .anyMatch(
            o -> isOwn(c, o, own) || (own.isManifestation() && c.coder().saysWhat(o, own.code())));
  }

  private static boolean isOwn(Case c, Entry o, SupportedCode own) {
    return c.coded().scope().contains(o)
        && c.coder().ownCode(o, c.coded()).filter(x -> x.code().equals(own.code())).isPresent();
  }
}
