package org.cobalink.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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

  /**
   * What a case does not spell out, on one line: verdict, codes with their basis, Condition and
   * rows, findings with severity and rows, and the checklist.
   */
  static String line(JsonNode reviews) {
    StringBuilder line = new StringBuilder();
    for (JsonNode r : reviews) {
      line.append('\t').append(r.path("verdict").asText());
      for (JsonNode c : r.path("codes")) {
        line.append('\t').append(c.path("code").asText()).append(' ');
        line.append(c.path("basis").asText()).append(' ').append(c.path("condition").asText());
        line.append(' ').append(String.join(" ", GoldenCase.texts(c.path("rows"))));
      }
      for (JsonNode f : r.path("findings")) {
        line.append('\t').append(f.path("code").asText()).append(' ');
        line.append(f.path("severity").asText()).append(' ');
        line.append(String.join(" ", GoldenCase.texts(f.path("rows"))));
      }
      for (Map.Entry<String, JsonNode> answer : r.path("checklist").properties()) {
        line.append('\t').append(answer.getKey()).append(' ').append(answer.getValue().asText());
      }
    }
    return line.toString();
  }

  /** What the cards of a case say, and each action with the codes and references it would write. */
  static String cards(JsonNode cards) {
    StringBuilder line = new StringBuilder();
    for (JsonNode card : cards) {
      line.append('\t').append(card.path("summary").asText()).append(": ");
      line.append(card.path("detail").asText().replaceAll("\\s+", " "));
    }
    for (JsonNode action :
        cards.findValues("actions").stream().flatMap(Expectation::each).toList()) {
      JsonNode resource = action.path("resource");
      line.append('\t').append(action.path("type").asText()).append(' ');
      line.append(resource.path("resourceType").asText());
      for (String part : List.of("code", "reasonReference", "reasonCode")) {
        JsonNode said = resource.path(part);
        for (String name : List.of("reference", "code", "text")) {
          said.findValues(name).stream()
              .filter(JsonNode::isTextual)
              .forEach(v -> line.append(' ').append(v.asText().replaceAll("\\s+", " ")));
        }
      }
    }
    return line.toString();
  }

  private static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
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
