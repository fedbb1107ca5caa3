package org.cobalink.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cobalink.fhir.Json;
import org.cobalink.fhir.ValueSets;
import org.cobalink.hooks.HookService;
import org.cobalink.knowledge.Knowledge;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What takes a diagnosis back takes any back, however a coder words it and whatever stands in
 * between: each remark of src/test/remarks behind diagnoses that give codes without it, on a line,
 * in a sentence or in a part of its own. Always the same choice; {@code bin/laws} makes fresh ones.
 * And what takes nothing back leaves it alone.
 */
class RemarksTest {
  private static final String SEED = "20261127";
  private static final int WORDINGS = 15;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final HookService SERVICE = new HookService(Knowledge.load(), ValueSets.load());
  private static final List<GoldenCase> CODED =
      CoderWording.all().stream().filter(RemarksTest::isCodedInWords).toList();
  private static final List<String> BETWEEN =
      List.of("", "Hypertension stable. ", "Gout quiet. ", "Retired teacher. ", "Flu shot given. ");

  static Stream<String> harmless() {
    return lines("harmless.txt");
  }

  static Stream<String> takingBack() {
    return lines("takes-back.txt");
  }

  static Stream<String> ofTheNeuropathy() {
    return lines("neuropathy.txt");
  }

  static Stream<String> ofTheAnemia() {
    return lines("anemia.txt");
  }

  /** The other side: what is said of the visit, the person and other diseases asks nothing. */
  @ParameterizedTest
  @MethodSource("harmless")
  void theDeficiencyStaysAsItIs(String remark) throws Exception {
    for (String between : List.of(". ", "\n- ")) {
      GoldenCase told = withWords(CODED.get(0), "B12 deficiency" + between + remark);
      assertThat(codes(told)).as(remark).containsExactly("E53.8");
    }
  }

  @ParameterizedTest
  @MethodSource("takingBack")
  void nothingOfB12Stays(String remark) throws Exception {
    gives(remark, c -> true, List.of("E53.8", "D51", "D53.1", "G63", "G32.0"));
  }

  @ParameterizedTest
  @MethodSource("ofTheNeuropathy")
  void theNeuropathyIsNotOfTheDeficiency(String remark) throws Exception {
    gives(remark, codes -> codes.contains("G63"), List.of("G63"));
  }

  /** Pernicious anemia stays itself without an anemia. */
  @ParameterizedTest
  @MethodSource("ofTheAnemia")
  void theAnemiaIsNotOfTheDeficiency(String remark) throws Exception {
    gives(remark, codes -> codes.contains("D51.9") || codes.contains("D51.3"), List.of("D51"));
  }

  private void gives(String remark, Predicate<List<String>> wanted, List<String> never)
      throws Exception {
    Random random = new Random(Long.parseLong(SEED) + remark.hashCode());
    List<GoldenCase> fitting =
        CODED.stream()
            .filter(w -> wanted.test(GoldenCase.texts(w.expect().path("codes"))))
            .toList();
    for (int i = 0; i < WORDINGS; i++) {
      GoldenCase wording = fitting.get(random.nextInt(fitting.size()));
      String words = wording.yaml().at("/conditions/c1/words").asText().replaceAll("[. ]+$", "");
      GoldenCase told = withWords(wording, words + joined(words, remark, random));
      assertThat(codes(told))
          .as("%s", told.yaml().path("conditions"))
          .noneMatch(code -> never.stream().anyMatch(code::startsWith));
    }
  }

  private static List<String> codes(GoldenCase told) throws Exception {
    JsonNode request =
        Json.MAPPER.readTree(Json.MAPPER.writeValueAsBytes(new CaseExpander(told).request()));
    JsonNode answer = Json.MAPPER.valueToTree(SERVICE.answer(request, TODAY));
    return Expectation.codes(answer.at("/extension/org.cobalink.reviews/0"));
  }

  private static String joined(String words, String remark, Random random) {
    String between = BETWEEN.get(random.nextInt(BETWEEN.size()));
    boolean plain = !words.matches("(?s).*([.;:,\\n(?-]|without).*");
    return switch (random.nextInt(4)) {
      case 0 -> (plain ? ", " : "; ") + asPart(remark);
      case 1 -> "; " + asPart(remark);
      case 2 -> "\n" + between + remark;
      default -> ". " + between + remark;
    };
  }

  /** Without the capital of a sentence, "I" and "GI" aside. */
  private static String asPart(String remark) {
    return Character.isLowerCase(remark.charAt(1))
        ? Character.toLowerCase(remark.charAt(0)) + remark.substring(1)
        : remark;
  }

  private static GoldenCase withWords(GoldenCase wording, String words) {
    ObjectNode yaml = wording.yaml().deepCopy();
    ((ObjectNode) yaml.at("/conditions/c1")).put("words", words);
    return new GoldenCase(wording.name(), yaml);
  }

  /** One diagnosis in words, named by the order, and codes for it. */
  private static boolean isCodedInWords(GoldenCase wording) {
    JsonNode yaml = wording.yaml();
    return !yaml.path("gap").asBoolean()
        && !wording.expect().path("codes").isEmpty()
        && yaml.path("conditions").size() == 1
        && yaml.at("/conditions/c1/words").isTextual()
        && yaml.at("/order/reasons/0").asText().equals("c1")
        && yaml.at("/conditions/c1/note").isMissingNode()
        && yaml.path("notes").isMissingNode();
  }

  private static Stream<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of("src/test/remarks", file)).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
