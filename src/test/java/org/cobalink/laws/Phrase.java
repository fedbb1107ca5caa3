package org.cobalink.laws;

import java.util.List;
import java.util.Set;

/**
 * Words a generated chart may hold, and the codes they can carry when they are certain, current and
 * by a provider. Written by hand from the dossier, apart from the tables, so that it can disagree
 * with them.
 *
 * @param over the codes they can carry when what they say is over: surgery that was done stays done
 */
record Phrase(String words, Set<String> carries, Set<String> over) {
  Phrase(String words, Set<String> carries) {
    this(words, carries, Set.of());
  }

  static final List<Phrase> ALL =
      List.of(
          new Phrase("Vitamin B12 deficiency", Set.of("E53.8")),
          new Phrase("B-12 def", Set.of("E53.8")),
          new Phrase("B12 deficiency without anemia", Set.of("E53.8")),
          new Phrase("Vitamin B12 deficiency anemia", Set.of("D51.9", "E53.8"), Set.of("Z86.2")),
          new Phrase("Anemia due to B12 deficiency", Set.of("D51.9", "E53.8"), Set.of("Z86.2")),
          new Phrase("Pernicious anaemia", Set.of("D51.0")),
          new Phrase("Vegan anemia", Set.of("D51.3"), Set.of("Z86.2")),
          new Phrase("B12 deficiency due to vegan diet", Set.of("E53.8")),
          new Phrase("Polyneuropathy due to B12 deficiency", Set.of("E53.8", "G63", "G62.9")),
          new Phrase(
              "Subacute combined degeneration due to B12 deficiency", Set.of("E53.8", "G32.0")),
          new Phrase("Anemia", Set.of("D64.9")),
          new Phrase("Iron deficiency anemia", Set.of("D50.9")),
          new Phrase("Macrocytic anemia", Set.of("D53.9")),
          new Phrase("Neuropathy", Set.of("G62.9")),
          new Phrase("Polyneuropathy", Set.of("G62.9")),
          new Phrase("Type 2 diabetes mellitus", Set.of("E11.9")),
          new Phrase("Essential hypertension", Set.of()),
          new Phrase("Fatigue", Set.of()),
          new Phrase("Wellness shot", Set.of()),
          new Phrase("Low B12 level", Set.of()),
          new Phrase("Possible B12 deficiency", Set.of()),
          new Phrase("r/o pernicious anemia", Set.of()),
          new Phrase("B12 deficiency ruled out", Set.of()),
          new Phrase("No evidence of B12 deficiency", Set.of()),
          new Phrase("History of pernicious anemia", Set.of()),
          new Phrase("Mother has B12 deficiency", Set.of()),
          new Phrase("At risk for B12 deficiency", Set.of()),
          new Phrase("PA", Set.of()),
          new Phrase("B12 injection", Set.of()),
          new Phrase("Chronic issue, stable", Set.of()),
          new Phrase("S/p gastric bypass", Set.of("Z98.84"), Set.of("Z98.84")),
          new Phrase(
              "Malabsorption due to gastric bypass", Set.of("K91.2", "Z98.84"), Set.of("Z98.84")),
          new Phrase("Crohn's disease", Set.of("K50.90")),
          new Phrase("Celiac disease", Set.of("K90.0")),
          new Phrase("Moderate malnutrition", Set.of("E44.0")),
          new Phrase("Anemia of CKD", Set.of("D63.1", "N18.9")),
          new Phrase("CKD stage 4", Set.of("N18.4")),
          new Phrase("B12 deficiency, on metformin", Set.of("E53.8", "Z79.84")),
          new Phrase("Metformin-induced B12 deficiency", Set.of("E53.8", "T38.3X5A", "Z79.84")),
          new Phrase("B12 deficiency, likely due to metformin", Set.of("E53.8")),
          new Phrase("Pregnant, second trimester", Set.of("O99.012", "O99.282", "O99.842")),
          new Phrase("Numbness", Set.of("R20.0")),
          new Phrase("Atrophic gastritis", Set.of("K29.40")),
          new Phrase("Mild dementia with agitation", Set.of("F03.90", "F03.A0", "F03.A11")),
          new Phrase(
              "Dementia due to B12 deficiency", Set.of("E53.8", "F02.80", "F02.811", "F02.81")),
          new Phrase("MCI", Set.of("G31.84")),
          new Phrase("Glossitis due to B12 deficiency", Set.of("E53.8", "K14.0")),
          new Phrase("Methylmalonic acidemia", Set.of("E71.120")),
          new Phrase("Postpartum", Set.of("O99.03", "O99.285", "O99.845")),
          new Phrase("Glossitis due to resolved B12 deficiency", Set.of()),
          new Phrase("Polyneuropathy 2/2 h/o B12 deficiency", Set.of("G62.9")),
          new Phrase("Celiac serology negative", Set.of()),
          new Phrase("Gastric bypass planned", Set.of()),
          new Phrase("Pregnancy planned", Set.of()),
          new Phrase("Metformin intolerance", Set.of()),
          new Phrase("B12 deficiency with neurologic complications", Set.of("E53.8")),
          new Phrase("Functional B12 deficiency", Set.of("E53.8")),
          new Phrase("Nitrous oxide use", Set.of()),
          new Phrase("Vegan", Set.of()));

  static final List<String> CODES =
      List.of(
          "", "E53.8", "D51.0", "D51.9", "D51.3", "D64.9", "G63", "G62.9", "R53.83", "I10", "D51",
          "281.0", "E55.9", "K90.0", "K91.2", "E44.0", "F02.80", "O99.012", "D63.1", "R20.0",
          "Z98.84", "K50.90");
}
