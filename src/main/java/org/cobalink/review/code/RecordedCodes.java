package org.cobalink.review.code;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cobalink.knowledge.Companion;
import org.cobalink.knowledge.Companions;
import org.cobalink.knowledge.Icd10cm;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.review.assess.Assessment;
import org.cobalink.terms.Code;
import org.cobalink.terms.CodeSystems;

/** What becomes of a code of ours where the diagnosis carries one already. */
final class RecordedCodes {
  private final Knowledge knowledge;
  private final LocalDate date;

  RecordedCodes(Knowledge knowledge, LocalDate date) {
    this.knowledge = knowledge;
    this.date = date;
  }

  /**
   * Another diagnosis keeps the code it has where that stands for the words, or is a closer code of
   * the same category; else none is put beside it, since nobody checked the one it has.
   */
  Optional<SupportedCode> keep(SupportedCode code, String concept) {
    boolean indication = knowledge.concepts().meaning(concept).contains(Assessment.INDICATION);
    List<Icd10cm.Entry> recorded =
        code.source().diagnosis().icdCodings().stream()
            .flatMap(k -> knowledge.icd10cm().find(k.code(), date).stream())
            .filter(e -> e.billable() && names(e.code(), concept))
            .toList();
    boolean same = recorded.stream().anyMatch(e -> e.code().equals(code.code()));
    if (recorded.isEmpty() || indication || same) {
      return Optional.of(code);
    }
    return recorded.stream()
        .filter(e -> code.source().readFromCode() || isKept(e.code(), code))
        .findFirst()
        .map(code::withEntry);
  }

  /** A code of the companion's category that names nothing the words do not. */
  private boolean isKept(String recorded, SupportedCode code) {
    boolean category =
        code.also().stream()
            .anyMatch(r -> r instanceof Companion c && Companions.keeps(c, recorded));
    return category
        && knowledge
            .says()
            .exactly(new Code(CodeSystems.ICD10CM, recorded), date)
            .filter(l -> !Assessment.meaning(List.of(code.source())).containsAll(l.concepts()))
            .isEmpty();
  }

  private boolean names(String code, String concept) {
    return knowledge
        .says()
        .of(new Code(CodeSystems.ICD10CM, code), date)
        .filter(l -> l.concepts().stream().anyMatch(c -> knowledge.concepts().isKind(c, concept)))
        .isPresent();
  }
}
