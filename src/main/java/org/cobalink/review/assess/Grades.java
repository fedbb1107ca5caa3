package org.cobalink.review.assess;

import java.util.List;
import java.util.stream.IntStream;
import org.cobalink.review.assess.ReadText.Span;

/** What is said to be mild, moderate or severe. */
record Grades(ReadText text, IndexJoins index) {

  void read(List<Span> clauses) {
    if (text.mentions().stream().noneMatch(Mention::isGrade)) {
      return;
    }
    for (int i = 0; i < clauses.size(); i++) {
      List<Mention> here = text.mentionsIn(clauses.get(i));
      for (Mention grade : here) {
        if (grade.isGrade() && here.indexOf(grade) > 0) {
          withIn(here, grade);
        } else if (grade.isGrade()) {
          ofItsOwn(clauses.subList(0, i), grade);
        }
      }
    }
  }

  /**
   * "Dementia due to B12 deficiency, mild": how severe what stands before it is, or else what that
   * is the cause of.
   */
  private void withIn(List<Mention> here, Mention grade) {
    Mention before = here.get(here.indexOf(grade) - 1);
    if (mayMeanAnother(before.end, grade.start)) {
      return;
    }
    index.join(before, List.of(grade));
    here.stream()
        .filter(m -> m.causes.contains(before) && !before.causes.contains(grade))
        .forEach(m -> index.join(m, List.of(grade)));
  }

  /** "Dementia due to B12 deficiency. Severity: mild.": of the one disease told before it. */
  private void ofItsOwn(List<Span> before, Mention grade) {
    for (int i = before.size() - 1; i >= 0; i--) {
      Span s = before.get(i);
      List<Mention> told = text.mentionsIn(s);
      List<Mention> diseases =
          told.stream()
              .filter(Mention::isDiagnosis)
              .filter(m -> told.stream().noneMatch(o -> o.causes.contains(m)))
              .toList();
      int end = told.isEmpty() ? s.start() : told.get(told.size() - 1).end;
      boolean symptom = diseases.isEmpty() && !told.stream().allMatch(Mention::isFinding);
      if (diseases.size() > 1 || symptom || mayMeanAnother(end, s.end())) {
        return;
      }
      if (diseases.size() == 1) {
        index.join(diseases.get(0), List.of(grade));
        return;
      }
    }
  }

  private boolean mayMeanAnother(int from, int to) {
    return IntStream.range(from, to).anyMatch(i -> text.isThing(i) || text.isOpen(i));
  }
}
