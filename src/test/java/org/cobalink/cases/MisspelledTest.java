package org.cobalink.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts with a typing slip in a word of misspelled.tsv are coded as they are without it. */
class MisspelledTest {
  /** Slips that make another word, or one that stands between two. */
  private static final Set<String> OTHERS = Set.of("combine", "spina", "anemix");

  private final ChartOfWords chart = new ChartOfWords();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Vitamin B12 deficiency",
        "Pernicious anemia",
        "Cobalamin deficiency secondary to metformin",
        "No vitamin deficiency, no pernicious anemia",
        "Subacute combined degeneration of spinal cord, vitamin B12 deficiency",
        "Peripheral neuropathy because of vitamin B12 deficiency",
        "Vitamin B12 deficiency anemia after gastric bypass surgery",
        "Vitamin B12 deficiency without anemia"
      })
  void aSlipChangesNoCode(String text) throws Exception {
    List<String> words = rows().stream().map(r -> r[0]).toList();
    List<String> codes = chart.codes(text);
    Map<String, List<String>> otherwise = new TreeMap<>();
    int read = 0;
    for (String word : text.split("\\W+")) {
      if (words.contains(word.toLowerCase(Locale.ROOT))) {
        for (String slip : slips(word)) {
          read++;
          List<String> now = chart.codes(text.replace(word, slip));
          if (!now.equals(codes)) {
            otherwise.put(slip, now);
          }
        }
      }
    }
    assertThat(read).isGreaterThan(20);
    otherwise.keySet().removeAll(OTHERS);
    assertThat(otherwise).isEmpty();
  }

  private static List<String> slips(String word) {
    List<String> slips = new ArrayList<>();
    IntStream.range(1, word.length())
        .forEach(
            i -> {
              slips.add(word.substring(0, i) + word.substring(i + 1));
              slips.add(word.substring(0, i) + 'x' + word.substring(i + 1));
              slips.add(word.substring(0, i) + 'x' + word.substring(i));
              if (i + 1 < word.length() && word.charAt(i) != word.charAt(i + 1)) {
                slips.add(
                    word.substring(0, i)
                        + word.charAt(i + 1)
                        + word.charAt(i)
                        + word.substring(i + 2));
              }
            });
    return slips;
  }

  private static List<String[]> rows() throws Exception {
    return Files.readAllLines(Path.of("src/main/knowledge/misspelled.tsv")).stream()
        .skip(1)
        .map(l -> l.split("\t", -1))
        .toList();
  }
}
