package org.cobalink.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every row of modifiers.tsv that denies, doubts, dates or ascribes does so, whatever known words
 * stand around it: none is hidden by another that takes its first words. Rows that the table calls
 * harmless too on the same side ("in her twenties") are not held to it.
 */
class TakenBackTest {
  private static final Path TABLES = Path.of("src/main/knowledge");
  private static final Pattern SET = Pattern.compile("\\{(\\w+)}");
  private static final Set<String> BACK =
      Set.of("uncertain", "history", "family", "hypothetical", "negated", "otherAuthor");
  private final ChartOfWords chart = new ChartOfWords();

  @Test
  void aPhraseBeforeTheDeficiencyTakesItBack() throws Exception {
    List<String> texts = new ArrayList<>();
    for (String phrase : phrases(BACK, Set.of("forward"))) {
      for (String before : List.of("", "Stable, ", "Fatigue: ", "Here today; ")) {
        texts.add(before + phrase + " B12 deficiency");
      }
      texts.add(phrase + ": B12 deficiency");
    }
    assertThat(coded(texts)).isEmpty();
  }

  @Test
  void aPhraseBehindTheDeficiencyTakesItBack() throws Exception {
    List<String> texts = new ArrayList<>();
    for (String phrase : phrases(BACK, Set.of("backward", "side", "both", "earlier"))) {
      for (String between : List.of(" ", ", ", " today, ", "; ")) {
        texts.add("B12 deficiency" + between + phrase);
      }
    }
    assertThat(coded(texts)).isEmpty();
  }

  /** What is only uncertain may put what follows in its place: "Changed to B12 deficiency". */
  @Test
  void aPhraseThatLooksBackAtNothingTakesBackWhatFollows() throws Exception {
    List<String> texts = new ArrayList<>();
    for (String phrase : phrases(Set.of("history", "family"), Set.of("backward", "earlier"))) {
      texts.add(phrase + " B12 deficiency");
    }
    assertThat(coded(texts)).isEmpty();
  }

  private List<String> coded(List<String> texts) {
    return texts.stream().filter(text -> !chart.codes(text).isEmpty()).toList();
  }

  /** The phrases of the rows; the first word of a word set stands for the set. */
  private static List<String> phrases(Set<String> effects, Set<String> directions)
      throws IOException {
    Map<String, String> firsts =
        rows("wordsets.tsv").collect(Collectors.toMap(r -> r[0], r -> r[1].split("\\|")[0]));
    Set<String> plain =
        rows("modifiers.tsv")
            .filter(row -> row[1].equals("plain") && directions.contains(row[2]))
            .map(row -> row[0])
            .collect(Collectors.toSet());
    return rows("modifiers.tsv")
        .filter(row -> effects.contains(row[1]) && directions.contains(row[2]))
        .filter(row -> !plain.contains(row[0]))
        .map(row -> SET.matcher(row[0]).replaceAll(set -> firsts.get(set.group(1))))
        .filter(phrase -> !phrase.contains("…"))
        .distinct()
        .toList();
  }

  private static Stream<String[]> rows(String table) throws IOException {
    return Files.readAllLines(TABLES.resolve(table)).stream()
        .skip(1)
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(line -> line.split("\t"));
  }
}
