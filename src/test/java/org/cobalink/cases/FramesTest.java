package org.cobalink.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same statement in a hundred ways (src/test/frames) gives the same codes: a cause of each kind
 * in every turn that names a cause, and surgery in every turn that names its time or place.
 */
class FramesTest {
  private static final Path FRAMES = Path.of("src/test/frames");
  private final ChartOfWords chart = new ChartOfWords();

  @ParameterizedTest
  @CsvSource({
    "B12 deficiency, metformin, E53.8 T38.3X5A Z79.84",
    "B12 deficiency anemia, her vegan diet, D51.3",
    "B12 deficiency, celiac disease, K90.0 E53.8",
    "B12 deficiency anemia, Crohn's disease, D51.8 K50.90",
    "B12 deficiency, gastric bypass, E53.8 Z98.84",
    "neuropathy, B12 deficiency, E53.8 G63",
    "subacute combined degeneration, pernicious anemia, D51.0 G32.0",
    "dementia, B12 deficiency, E53.8 F02.80",
    "anemia, B12 deficiency, D51.9"
  })
  void aCauseIsReadInEveryTurn(String caused, String cause, String codes) throws Exception {
    for (String frame : frames("causes.txt")) {
      String words = frame.replace("{X}", caused).replace("{Y}", cause) + ". B12 IM today.";
      assertThat(chart.codes(words)).as(words).containsExactlyInAnyOrder(codes.split(" "));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gastric bypass, Z98.84",
    "RYGB, Z98.84",
    "total gastrectomy, Z90.3",
    "ileal resection, Z90.49"
  })
  void surgeryIsAStatusWheneverItWas(String surgery, String status) throws Exception {
    for (String frame : frames("surgery.txt")) {
      String said = frame.replace("{Y}", surgery);
      String opening = said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
      for (String words :
          List.of(
              opening + ". B12 deficiency.",
              "B12 deficiency. " + opening + ".",
              "B12 deficiency, " + said + ".",
              "1. B12 deficiency - IM today\n2. " + opening)) {
        assertThat(chart.codes(words)).as(words).containsExactly("E53.8", status);
      }
    }
  }

  private static List<String> frames(String file) throws IOException {
    return Files.readAllLines(FRAMES.resolve(file));
  }
}
