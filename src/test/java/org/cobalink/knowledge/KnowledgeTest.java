package org.cobalink.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cobalink.cases.GoldenCase;
import org.cobalink.review.assess.Assessment;
import org.cobalink.review.assess.Assessor;
import org.cobalink.terms.CodeSystems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables: complete, disjoint, sourced, valid on their dates; and refused when they are not. */
class KnowledgeTest {
  private static final Knowledge KNOWLEDGE = Knowledge.load();

  /** Counts of the official order files; FY2027 as reconciled by its source (98,403 and 74,879). */
  @ParameterizedTest
  @CsvSource({
    "2016,91737,69823", "2017,93830,71486", "2018,94127,71704", "2019,94444,71932",
    "2020,94765,72184", "2021,95358,72621", "2022,95528,72750", "2023,96795,73674",
    "2024,97296,74044", "2025,97584,74260", "2026,98186,74719", "2027,98403,74879"
  })
  void theClassificationHasTheOfficialCounts(int year, long all, long billable) {
    assertThat(KNOWLEDGE.icd10cm().count(year, false)).isEqualTo(all);
    assertThat(KNOWLEDGE.icd10cm().count(year, true)).isEqualTo(billable);
  }

  @Test
  void theYearsLoadedAreThoseOfAllLines() {
    List<Icd10cm.Entry> all = KNOWLEDGE.icd10cm().all();
    assertThat(all).extracting(Icd10cm.Entry::firstYear).contains(KNOWLEDGE.icd10cm().firstYear());
    assertThat(all)
        .allMatch(e -> e.firstYear() >= KNOWLEDGE.icd10cm().firstYear())
        .allMatch(e -> e.lastYear() <= KNOWLEDGE.icd10cm().lastYear());
  }

  /** A spelling that went in circles would be read otherwise when read again. */
  @Test
  void whatIsSpelledIsSpelledForGood() {
    Lexicon lexicon = KNOWLEDGE.lexicon();
    for (Tsv.Line line : Tsv.read("spellings", new Problems())) {
      for (String written : List.of(line.get("from"), line.get("to"))) {
        List<Tokens.Token> once = lexicon.spell(Tokens.of(written));
        assertThat(texts(lexicon.spell(once))).as(line.toString()).isEqualTo(texts(once));
      }
    }
  }

  /** "Gastrin" is not gastric; "mcrocytic" may be macrocytic or microcytic. */
  @Test
  void whatIsAnotherWordIsNotMended() {
    Lexicon lexicon = KNOWLEDGE.lexicon();
    List<String> others = new ArrayList<>(List.of("mcrocytic"));
    for (Tsv.Line line : Tsv.read("misspelled", new Problems())) {
      others.addAll(List.of(line.get("unlike").split("\\|")));
    }
    others.removeIf(String::isEmpty);
    assertThat(others).contains("gastrin").hasSizeGreaterThan(5);
    for (String other : others) {
      assertThat(texts(lexicon.spell(Tokens.of(other)))).containsExactly(other);
    }
  }

  private static List<String> texts(List<Tokens.Token> tokens) {
    return tokens.stream().map(Tokens.Token::text).toList();
  }

  @Test
  void codesAreReadAsTheyAreWrittenInCharts() {
    LocalDate date = LocalDate.of(2026, 11, 20);
    for (String written : List.of("D51.9", "d51.9", "D519", " d519 ")) {
      assertThat(KNOWLEDGE.icd10cm().find(written, date))
          .map(Icd10cm.Entry::code)
          .contains("D51.9");
    }
    assertThat(KNOWLEDGE.icd10cm().find("G63", date))
        .map(Icd10cm.Entry::standing)
        .contains(Icd10cm.Standing.MANIFESTATION);
    assertThat(KNOWLEDGE.icd10cm().find("M72.2", date))
        .map(Icd10cm.Entry::billable)
        .contains(false);
    assertThat(KNOWLEDGE.icd10cm().find("M72.2", LocalDate.of(2026, 9, 30)))
        .map(Icd10cm.Entry::billable)
        .contains(true);
    assertThat(KNOWLEDGE.icd10cm().find("281.0", date)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2015-09-30,", "2015-10-01,FY2016", "2026-03-31,FY2026",
        "2026-04-01,FY2026 (April 2026 unverified)",
    "2026-09-30,FY2026 (April 2026 unverified)", "2026-10-01,FY2027", "2027-09-30,FY2027",
        "2027-10-01,"
  })
  void theDateOfServicePicksTheEdition(LocalDate date, String edition) {
    assertThat(KNOWLEDGE.icd10cm().edition(date).map(Edition::toString).orElse(null))
        .isEqualTo(edition);
  }

  @Test
  void everyRowIsUsedByACaseOrNamedAsNotYet() {
    Set<String> used = new HashSet<>();
    GoldenCase.all().forEach(g -> used.addAll(GoldenCase.texts(g.yaml().path("rows"))));
    Set<String> known = new HashSet<>();
    KNOWLEDGE.rows().rows().forEach(r -> known.add(r.id()));
    KNOWLEDGE.gates().values().forEach(g -> known.add(g.id()));
    KNOWLEDGE.payerRules().forEach(p -> known.add(p.id()));
    assertThat(known).as("rows that cases name").containsAll(used);
    assertThat(GoldenCase.all())
        .allSatisfy(g -> assertThat(g.yaml().path("source").asText()).isNotBlank());
    Set<String> unused = new HashSet<>(known);
    unused.removeAll(used);
    assertThat(unused).as("rows without a case").isEmpty();
  }

  @Test
  void allRowsOfTheDossierHaveCases() {
    Set<String> covered = new HashSet<>();
    for (GoldenCase g : GoldenCase.all()) {
      covered.addAll(GoldenCase.texts(g.yaml().path("dossier")));
      List<String> ids = GoldenCase.texts(g.yaml().path("rows"));
      KNOWLEDGE.rows().rows().stream()
          .filter(r -> ids.contains(r.id()))
          .forEach(r -> covered.add(r.dossierRow()));
      KNOWLEDGE.gates().values().stream()
          .filter(r -> ids.contains(r.id()))
          .forEach(r -> covered.add(r.dossierRow()));
    }
    List<String> asked = IntStream.rangeClosed(1, 128).mapToObj(String::valueOf).toList();
    assertThat(covered).containsAll(asked);
  }

  @Test
  void findingsAndTheirCodeSystemAgree() throws IOException {
    String codeSystem = Files.readString(Path.of("fhir-profiles/codesystems/finding.json"));
    assertThat(KNOWLEDGE.findings().values())
        .allSatisfy(
            f ->
                assertThat(codeSystem).contains("\"" + f.code() + "\"", "\"" + f.display() + "\""));
  }

  /** Queries that hold up in an audit: neutral, nothing of payment, no single answer. */
  @Test
  void noTextSpeaksOfPayment() throws IOException {
    for (String table : List.of("texts", "rows", "payer", "findings", "gates")) {
      assertThat(Files.readString(Path.of("src/main/knowledge/" + table + ".tsv")))
          .doesNotContainIgnoringCase("reimburs")
          .doesNotContainIgnoringCase("denial")
          .doesNotContainIgnoringCase("payer")
          .doesNotContainIgnoringCase("billing");
    }
    for (String option : List.of("option.other", "option.undetermined")) {
      assertThat(KNOWLEDGE.texts().find(option)).isPresent();
    }
  }

  /** A question or a row for a person names no code that the chart may not hold (contract §3). */
  @Test
  void noQuestionNamesACode() {
    Pattern code = Pattern.compile("[A-TV-Z][0-9][0-9A-Z]\\.?[0-9A-Z]*");
    assertThat(KNOWLEDGE.rows().rows())
        .allSatisfy(
            r -> {
              String text = r.question().orElse("") + (asks(r) ? r.doubt().orElse("") : "");
              assertThat(code.matcher(text.replace("B12", "")))
                  .as(r.id())
                  .satisfies(m -> assertThat(m.find()).isFalse());
            });
  }

  /** A question introduces no B12 disease that the row does not already hold as documented. */
  @Test
  void noQuestionIntroducesADiagnosis() {
    Assessor assessor = new Assessor(KNOWLEDGE);
    for (Row row : KNOWLEDGE.rows().rows()) {
      Set<String> documented = row.when().closure(KNOWLEDGE.concepts());
      assessor.read(row.question().orElse("")).stream()
          .filter(s -> s.says(Assessment.INDICATION))
          .forEach(s -> assertThat(documented).as(row.id()).contains(s.concept()));
      assertThat(row.question().orElse("?")).as(row.id()).endsWith("?");
    }
  }

  private static boolean asks(Row row) {
    return row.tier() != Row.Tier.A && row.tier() != Row.Tier.A_ORDERED;
  }

  @Test
  void brokenTablesAreRefusedWithEveryProblemAtOnce(@TempDir Path folder) throws Exception {
    Path tables = Files.createDirectories(folder.resolve("knowledge"));
    List<String> lines =
        new ArrayList<>(Files.readAllLines(Path.of("src/main/knowledge/rows.tsv")));
    lines.add(lines.get(1));
    lines.add(
        lines.get(1).replace("B12-DEFICIENCY", "X-1").replace("b12Deficiency", "noSuchConcept"));
    lines.add(
        lines
            .get(3)
            .replace("B12-ANEMIA", "X-2")
            .replace("D51.9*", "D51.99*")
            .replace("b12DeficiencyAnemia", "myelopathy, diabetes"));
    lines.add(
        lines
            .get(4)
            .replace("PERNICIOUS-ANEMIA", "X-3")
            .replace("perniciousAnemia", "dementia, diabetes")
            .replace("ICD10CM-TABULAR", "HEARSAY"));
    lines.add("too\tshort");
    Files.write(tables.resolve("rows.tsv"), lines);
    Files.write(
        tables.resolve("modifiers.tsv"),
        List.of(
            "phrase\teffect\tdirection\tsource",
            "{nobody} gives it\tplain\tbackward\town list",
            "{carer gives it\tplain\tbackward\town list",
            "in a way\tsoftens\tsideways\town list"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                folder
                    + System.getProperty("path.separator")
                    + System.getProperty("java.class.path"),
                "org.cobalink.cli.Main",
                "serve",
                "--port",
                "0")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(3);
    assertThat(said)
        .contains("id B12-DEFICIENCY given twice")
        .contains("modifiers.tsv line 2: no set of words for '{nobody}'")
        .contains("modifiers.tsv line 3: no set of words for '{carer gives it'")
        .contains("modifiers.tsv line 4: no effect 'softens'")
        .contains("modifiers.tsv line 4: no direction 'sideways'")
        .contains("hold for the same charts")
        .contains("unknown concept 'noSuchConcept'")
        .contains("X-2: D51.99 is not a billable code in FY2016")
        .contains("X-3: unknown source HEARSAY")
        .contains("2 cells, not 14");
  }

  @Test
  void theTablesNameOnlySystemsWeKnow() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("src/main/knowledge/says.tsv"))) {
      assertThat(lines.skip(1).map(l -> l.split("\t")[0]).distinct())
          .containsExactlyInAnyOrder(CodeSystems.ICD10CM, CodeSystems.SNOMED);
    }
  }
}
