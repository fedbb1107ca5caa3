package org.cobalink.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Only what stands under an Assessment heading counts, in the shapes notes really have. */
class SectionsTest {
  private static final Sections SECTIONS = Knowledge.load().sections();

  private static List<String> read(String note) {
    return SECTIONS.assessment(note);
  }

  @Test
  void aHeadingOnItsOwnLine() {
    assertThat(
            read(
                """
                SUBJECTIVE
                Worried about pernicious anemia.

                ASSESSMENT
                1. B12 deficiency anemia
                2. Hypertension, stable

                PLAN
                Cyanocobalamin 1000 mcg IM monthly.
                """))
        .containsExactly("B12 deficiency anemia", "Hypertension, stable");
  }

  @Test
  void aHeadingWithItsTextBehindTheColon() {
    assertThat(read("HPI: tired\nAssessment: B12 deficiency.\nPlan: monthly B12"))
        .containsExactly("B12 deficiency.");
  }

  @Test
  void soapLettersAndOneLineNotes() {
    assertThat(read("S: fatigue. O: Hb 9.9. A: Vit B12 def anemia. P: B12 IM."))
        .containsExactly("Vit B12 def anemia.");
    assertThat(read("S: fatigue\nO: pale\nA: PA\nP: B12")).containsExactly("PA");
  }

  @Test
  void markdownAndCombinedHeadings() {
    assertThat(read("## Assessment & Plan\n- **B12 deficiency** on injections\n## Labs\nB12 110"))
        .containsExactly("B12 deficiency** on injections");
    assertThat(read("**A/P:**\n#1 B12 deficiency\n#2 T2DM\n**Follow up:** 1 month"))
        .containsExactly("B12 deficiency", "T2DM");
    assertThat(read("Impression and Plan:\n\u2022 Pernicious anemia"))
        .containsExactly("Pernicious anemia");
  }

  @Test
  void otherSectionsNeverCount() {
    assertThat(read("Past Medical History:\nPernicious anemia\nFamily History: mother, PA"))
        .isEmpty();
    assertThat(read("Nursing note: B12 given for pernicious anemia")).isEmpty();
    assertThat(read("B12 deficiency discussed. No headings here.")).isEmpty();
    assertThat(read("The assessment of the patient was difficult.\nPernicious anemia")).isEmpty();
    assertThat(read("")).isEmpty();
  }

  @Test
  void aSecondAssessmentCountsToo() {
    assertThat(read("Assessment:\nB12 deficiency\nPlan:\nIM\nAssessment:\nNeuropathy"))
        .containsExactly("B12 deficiency", "Neuropathy");
  }
}
