package org.cobalink.laws;

import java.util.List;
import java.util.Set;

/**
 * Words a generated chart may hold, and the codes they can carry when they are certain, current and
 * by a provider. Written by hand from the dossier, apart from the tables, so that it can disagree
 * with them.
 */
record Phrase(String words, Set<String> carries) {
  static final List<Phrase> ALL =
      List.of(
          new Phrase("Vitamin B12 deficiency", Set.of("E53.8")),
          new Phrase("B-12 def", Set.of("E53.8")),
          new Phrase("B12 deficiency without anemia", Set.of("E53.8")),
          new Phrase("Vitamin B12 deficiency anemia", Set.of("D51.9", "E53.8")),
          new Phrase("Anemia due to B12 deficiency", Set.of("D51.9", "E53.8")),
          new Phrase("Pernicious anaemia", Set.of("D51.0")),
          new Phrase("Vegan anemia", Set.of("D51.3")),
          new Phrase("B12 deficiency due to vegan diet", Set.of("E53.8")),
          new Phrase("Polyneuropathy due to B12 deficiency", Set.of("E53.8", "G63", "G62.9")),
          new Phrase(
              "Subacute combined degeneration due to B12 deficiency", Set.of("E53.8", "G32.0")),
          new Phrase("Anemia", Set.of("D64.9")),
          new Phrase("Iron deficiency anemia", Set.of("D50.9")),
          new Phrase("Macrocytic anemia", Set.of("D53.9")),
          new Phrase("Neuropathy", Set.of("G62.9")),
          new Phrase("Polyneuropathy", Set.of("G62.9")),
          new Phrase("Type 2 diabetes mellitus", Set.of()),
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
          new Phrase("Chronic issue, stable", Set.of()));

  static final List<String> CODES =
      List.of(
          "", "E53.8", "D51.0", "D51.9", "D51.3", "D64.9", "G63", "G62.9", "R53.83", "I10", "D51",
          "281.0", "E55.9");
}
