package org.cobalink.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cobalink.fhir.Json;
import org.cobalink.fhir.ValueSets;
import org.cobalink.hooks.HookService;
import org.cobalink.knowledge.Knowledge;
import org.junit.jupiter.api.Test;

/**
 * Every row of modifiers.tsv that denies, doubts, dates or ascribes does so, whatever known words
 * stand around it: none is hidden by another that takes its first words. Rows that the table calls
 * harmless too on the same side ("in her twenties") are not held to it.
 */
class TakenBackTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final Path TABLES = Path.of("src/main/knowledge");
  private static final Pattern SET = Pattern.compile("\\{(\\w+)}");
  private static final Set<String> BACK =
      Set.of("uncertain", "history", "family", "hypothetical", "negated", "otherAuthor");
  private final HookService service = new HookService(Knowledge.load(), ValueSets.load());

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

  private List<String> coded(List<String> texts) throws Exception {
    JsonNode request = request();
    ObjectNode code = (ObjectNode) request.at("/prefetch/encounterDiagnoses/entry/0/resource/code");
    List<String> coded = new ArrayList<>();
    for (String text : texts) {
      code.put("text", text);
      JsonNode answer = Json.MAPPER.valueToTree(service.answer(request, TODAY));
      if (!Expectation.codes(answer.at("/extension/org.cobalink.reviews/0")).isEmpty()) {
        coded.add(text);
      }
    }
    return coded;
  }

  /** A chart whose one diagnosis is only words. */
  private static JsonNode request() {
    ObjectNode yaml = Json.MAPPER.createObjectNode().put("date", TODAY.toString());
    yaml.putObject("order").put("drug", "cyanocobalamin 1000 mcg IM").putArray("reasons").add("c1");
    yaml.putObject("conditions").putObject("c1").put("words", "B12 deficiency");
    return new CaseExpander(new GoldenCase("taken-back", yaml)).request();
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
