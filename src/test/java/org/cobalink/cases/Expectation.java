package org.cobalink.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the reviews of a door with what a case expects: verdict, codes in order, findings as a
 * set.
 */
final class Expectation {
  private Expectation() {}

  static void check(GoldenCase golden, JsonNode reviews) {
    JsonNode expect = golden.expect();
    if (expect.path("none").asBoolean()) {
      assertThat(reviews).as("reviews").isEmpty();
      return;
    }
    assertThat(reviews).as("reviews").hasSize(1);
    JsonNode review = reviews.get(0);
    assertThat(review.path("verdict").asText())
        .as("verdict of %s", review)
        .isEqualTo(expect.path("verdict").asText());
    if (expect.has("codes")) {
      assertThat(codes(review)).as("codes").isEqualTo(GoldenCase.texts(expect.path("codes")));
    }
    if (expect.has("doubt")) {
      assertThat(review.at("/codes/0/doubt").asText())
          .as("doubt")
          .contains(expect.path("doubt").asText());
    }
    if (expect.has("findings")) {
      assertThat(field(review.path("findings"), "code"))
          .as("findings")
          .containsExactlyInAnyOrderElementsOf(GoldenCase.texts(expect.path("findings")));
    }
    if (review.path("verdict").asText().equals("supported") && !expect.has("findings")) {
      assertThat(review.path("findings")).as("findings").isEmpty();
    }
  }

  static List<String> codes(JsonNode review) {
    return field(review.path("codes"), "code");
  }

  static List<String> field(JsonNode list, String name) {
    List<String> values = new ArrayList<>();
    list.forEach(n -> values.add(n.path(name).asText()));
    return values;
  }
}
