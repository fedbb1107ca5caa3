package org.cobalink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.cobalink.knowledge.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code explain} and {@code review --why}, through the command line. */
class ExplainTest {
  private static final Knowledge KNOWLEDGE = Knowledge.load();

  private static String run(int expected, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(CommandLineDoor.run(new PrintStream(out, true, StandardCharsets.UTF_8), args))
        .isEqualTo(expected);
    return out.toString(StandardCharsets.UTF_8);
  }

  static Stream<String> findings() {
    return KNOWLEDGE.findings().keySet().stream();
  }

  /** Run {@code bin/finding-pages} when this fails. */
  @ParameterizedTest
  @MethodSource("findings")
  void everyFindingHasItsPageAndItIsNotStale(String finding) throws Exception {
    assertThat(Files.readString(Path.of("docs/findings", finding + ".md")))
        .isEqualTo(run(0, "explain", "--page", finding));
  }

  @Test
  void aRowIsExplainedWithItsCodesSourcesDoubtAndCases() {
    assertThat(run(0, "explain", "CAUSE-ANEMIA"))
        .contains("dossier row 29", "D51.8 (the statement's own)", "Alphabetic Index", "doubt")
        .contains("b12-deficiency-anemia-due-to-crohn-s-disease-is-d51-8");
  }

  @Test
  void everyRowGateAndCompanionCanBeExplained() {
    KNOWLEDGE.rows().rows().forEach(r -> explained(r.id()));
    KNOWLEDGE.gates().values().forEach(g -> explained(g.id()));
    KNOWLEDGE.companions().all().forEach(c -> explained(c.id()));
  }

  private static void explained(String id) {
    assertThat(new Explainer(KNOWLEDGE).explain(id)).as(id).isPresent();
  }

  @Test
  void aCaseIsShownAndAnUnknownNameIsAnError() {
    assertThat(run(0, "explain", "pa-alone-is-asked-about")).contains("verdict: query");
    assertThat(run(2, "explain", "no-such-thing")).isEmpty();
  }

  @Test
  void whyTellsHowEachStatementWasRead() throws Exception {
    Path request =
        Path.of(
            "hooks/b12-injection/examples",
            "anemia-and-b12-deficiency-but-nobody-says-they-are-related/request.json");
    assertThat(run(0, "review", "--why", request.toString()))
        .contains("says      anemia → counts", "evidence only, never a code (I.A.19)");
  }
}
