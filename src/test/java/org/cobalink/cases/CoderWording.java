package org.cobalink.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The wordings of coders who had not seen the product, with the reviews they expect: {@code
 * src/test/coders}, a file for each report ({@code own} in its name: written by ourselves). What we
 * do not read as they do is marked {@code gap}: it must go on failing, so that a gap that closes is
 * noticed, and must never offer a code that the coder did not want. Advice is not compared: the
 * reports were about codes.
 */
final class CoderWording {
  private static final Path FOLDER = Path.of("src/test/coders");
  private static final Set<String> ADVICE =
      Set.of("evidenceMissing", "evidenceConflict", "coverage", "formUnknown", "foreignResource");

  private CoderWording() {}

  static List<GoldenCase> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().flatMap(f -> GoldenCase.documents(f).stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void check(GoldenCase wording, JsonNode reviews) {
    JsonNode review = reviews.path(0);
    List<String> codes = Expectation.codes(review);
    for (JsonNode forbidden : wording.yaml().path("forbid")) {
      String category = forbidden.asText().replaceAll("[.-]+$", "");
      assertThat(codes).as("%s", review).noneMatch(c -> c.startsWith(category));
    }
    if (!wording.yaml().path("gap").asBoolean()) {
      check(wording.expect(), reviews, codes);
    } else {
      assertThat(isAsWanted(wording.expect(), review, codes)).as("a gap that closed").isFalse();
      if (wording.expect().has("codes")) {
        assertThat(GoldenCase.texts(wording.expect().path("codes"))).containsAll(codes);
      }
    }
  }

  private static void check(JsonNode expect, JsonNode reviews, List<String> codes) {
    if (expect.path("none").asBoolean()) {
      assertThat(reviews).isEmpty();
      return;
    }
    JsonNode review = reviews.path(0);
    if (expect.has("verdict")) {
      assertThat(review.path("verdict").asText()).as("%s", review).isEqualTo(verdict(expect));
    }
    if (expect.has("codes")) {
      assertThat(codes).as("%s", review).isEqualTo(GoldenCase.texts(expect.path("codes")));
    }
    if (expect.has("findings")) {
      assertThat(findings(review))
          .isEqualTo(new HashSet<>(GoldenCase.texts(expect.path("findings"))));
    }
  }

  private static boolean isAsWanted(JsonNode expect, JsonNode review, List<String> codes) {
    boolean verdict =
        !expect.has("verdict") || verdict(expect).equals(review.path("verdict").asText());
    return verdict
        && (!expect.has("codes") || codes.equals(GoldenCase.texts(expect.path("codes"))));
  }

  private static String verdict(JsonNode expect) {
    return expect.path("verdict").asText();
  }

  private static Set<String> findings(JsonNode review) {
    Set<String> found = new HashSet<>(Expectation.field(review.path("findings"), "code"));
    found.removeAll(ADVICE);
    return found;
  }
}
