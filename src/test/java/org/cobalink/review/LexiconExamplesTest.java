package org.cobalink.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.Lexicon;
import org.cobalink.review.assess.Assessor;
import org.cobalink.review.assess.Statement;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every example in the lexicon reads as its concepts say, and every counterexample does not. */
class LexiconExamplesTest {
  private static final Knowledge KNOWLEDGE = Knowledge.load();
  private static final Assessor ASSESSOR = new Assessor(KNOWLEDGE);

  @TestFactory
  Stream<DynamicTest> examples() {
    return KNOWLEDGE.lexicon().examples().stream()
        .map(e -> DynamicTest.dynamicTest(e.text() + " → " + e.concepts(), () -> check(e)));
  }

  private static void check(Lexicon.Example example) {
    List<String> read =
        ASSESSOR.read(example.text()).stream()
            .filter(s -> s.certainty() == Statement.Certainty.CERTAIN)
            .flatMap(s -> s.meaning().stream())
            .toList();
    if (example.counter()) {
      assertThat(read).doesNotContainAnyElementsOf(example.concepts());
    } else {
      assertThat(read).containsAll(example.concepts());
    }
  }

  @Test
  void everyConceptThatWordsCanMeanHasAnExample() {
    List<String> shown =
        KNOWLEDGE.lexicon().examples().stream().flatMap(e -> e.concepts().stream()).toList();
    assertThat(KNOWLEDGE.concepts().all())
        .filteredOn(c -> !c.kind().equals("group") && !c.kind().equals("mention"))
        .filteredOn(c -> c.madeOf().isEmpty())
        .allSatisfy(c -> assertThat(shown).contains(c.id()));
  }
}
