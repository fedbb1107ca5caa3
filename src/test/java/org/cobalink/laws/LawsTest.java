package org.cobalink.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.cobalink.fhir.Json;
import org.cobalink.fhir.ValueSets;
import org.cobalink.hooks.BadCall;
import org.cobalink.hooks.CardResponse;
import org.cobalink.hooks.HookService;
import org.cobalink.knowledge.Icd10cm;
import org.cobalink.knowledge.Knowledge;

/**
 * The laws of docs/architecture.md over generated charts. Here always the same thousands, so that a
 * change is judged by what it changed; {@code bin/laws} looks through fresh ones and prints their
 * seeds.
 */
class LawsTest {
  private static final String SEED = "20261123";
  private static final Knowledge KNOWLEDGE = Knowledge.load();
  private static final HookService SERVICE = new HookService(KNOWLEDGE, ValueSets.load());
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Pattern CODE =
      Pattern.compile("\\b[A-TV-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})\\b");

  private static final Pattern LIST = Pattern.compile("[,;.(\n]");

  @Provide
  Arbitrary<GeneratedChart> charts() {
    return GeneratedChart.any();
  }

  @Property(tries = 3000, seed = SEED)
  void noCodeWithoutWords(@ForAll("charts") GeneratedChart chart) {
    JsonNode answer = answer(chart.request());
    for (JsonNode code : review(answer).path("codes")) {
      if (code.path("basis").asText().equals("documented")) {
        assertThat(chart.carried()).as("%s", chart).contains(code.path("code").asText());
      }
    }
    for (String written : codesInActions(answer)) {
      assertThat(chart.carried()).as("in an action of %s", chart).contains(written);
    }
  }

  @Property(tries = 1500, seed = SEED)
  void onlyAFixHasActionsAndAQuestionNamesNoNewCode(@ForAll("charts") GeneratedChart chart) {
    ObjectNode request = chart.request();
    String known = request.toString();
    JsonNode answer = answer(request);
    String verdict = review(answer).path("verdict").asText();
    boolean fix = verdict.equals("recode") || verdict.equals("link");
    for (JsonNode card : answer.path("cards")) {
      assertThat(card.has("suggestions")).isEqualTo(fix);
      assertThat(card.path("summary").asText()).isNotBlank().hasSizeLessThan(140);
      if (!fix) {
        CODE.matcher(card.path("summary").asText() + card.path("detail").asText())
            .results()
            .forEach(m -> assertThat(known).as("%s", card).contains(m.group()));
      }
    }
  }

  /** Guideline I.A.12.a and I.A.13: no pair that excludes each other, no manifestation first. */
  @Property(tries = 3000, seed = SEED)
  void codesMayStandTogetherAndInTheirOrder(@ForAll("charts") GeneratedChart chart) {
    LocalDate date = LocalDate.parse(chart.date());
    List<String> codes = values(review(answer(chart.request())).path("codes"), "code");
    for (int i = 0; i < codes.size(); i++) {
      Icd10cm.Entry entry = KNOWLEDGE.icd10cm().find(codes.get(i), date).orElseThrow();
      assertThat(entry.billable()).as("%s in %s", entry, chart).isTrue();
      boolean manifestation = entry.standing() == Icd10cm.Standing.MANIFESTATION;
      assertThat(i == 0 && manifestation).as("%s first in %s", codes, chart).isFalse();
      assertThat(codes.get(i).startsWith("O") && i > 0 && !codes.get(i - 1).startsWith("O"))
          .as("chapter 15 behind another: %s in %s", codes, chart)
          .isFalse();
      for (String other : codes.subList(0, i)) {
        assertThat(KNOWLEDGE.notes().excludes1(codes.get(i), other, date))
            .as("%s and %s in %s", codes.get(i), other, chart)
            .isEmpty();
      }
    }
  }

  /** Guideline IV.F: what says less never gives the code of what says more. */
  @Property(tries = 2000, seed = SEED)
  void weakerWordsNeverGiveMoreCodes(@ForAll("charts") GeneratedChart chart, @ForAll int place) {
    if (chart.entries().isEmpty()) {
      return;
    }
    int at = Math.floorMod(place, chart.entries().size());
    for (String doubt : List.of("Possible ", "History of ", "No evidence of ", "Mother has ")) {
      boolean over = doubt.equals("History of ");
      Set<String> allowed = over ? chart.entries().get(at).phrase().over() : Set.of();
      carriesNothing(chart, chart.withWords(at, doubt, ""), at, allowed);
    }
  }

  /**
   * Whatever is said behind a diagnosis in words that no table knows may take it back. Behind a
   * list it speaks of the last.
   */
  @Property(tries = 2000, seed = SEED)
  void unknownWordsBehindLeaveNoCode(
      @ForAll("charts") GeneratedChart chart, @ForAll int place, @ForAll("behind") String behind) {
    if (chart.entries().isEmpty()) {
      return;
    }
    int at = Math.floorMod(place, chart.entries().size());
    if (!LIST.matcher(chart.entries().get(at).phrase().words()).find()) {
      carriesNothing(chart, chart.withWords(at, "", behind), at, Set.of());
    }
  }

  @Provide
  Arbitrary<String> behind() {
    Arbitrary<String> word = Arbitraries.strings().withCharRange('a', 'z').ofLength(9);
    Arbitrary<String> form =
        Arbitraries.of(
            " %s",
            ", %s",
            " (%s)",
            " - %s",
            ": %s",
            " = %s",
            " [%s]",
            ", but %s",
            " if %s",
            ", on injections, %s",
            ", level was 150 and %s",
            ", not %s",
            " per %s",
            ", %s today");
    return Combinators.combine(form, word).as(String::formatted);
  }

  private static void carriesNothing(
      GeneratedChart chart, GeneratedChart weaker, int at, Set<String> allowed) {
    Set<String> codes = new HashSet<>(documented(review(answer(weaker.request()))));
    codes.removeAll(weaker.carriedWithout(at));
    codes.removeAll(allowed);
    assertThat(codes).as("%s in %s", weaker.entries().get(at), chart).isEmpty();
  }

  /** The date of service alone decides which codes are valid: not today, not a recorded date. */
  @Property(tries = 1000, seed = SEED)
  void todayDecidesNothing(@ForAll("charts") GeneratedChart chart) {
    JsonNode then = review(answer(chart.request()));
    JsonNode later =
        review(Json.MAPPER.valueToTree(SERVICE.answer(chart.request(), LocalDate.of(2031, 1, 1))));
    assertThat(later).isEqualTo(then);
  }

  @Property(tries = 1500, seed = SEED)
  void orderOfResourcesDoesNotMatter(
      @ForAll("charts") GeneratedChart chart, @ForAll Random random) {
    ObjectNode shuffled = chart.request();
    for (String key : List.of("encounterDiagnoses", "problems")) {
      ArrayNode entries = (ArrayNode) shuffled.path("prefetch").path(key).path("entry");
      List<JsonNode> list = new ArrayList<>();
      entries.forEach(list::add);
      Collections.shuffle(list, random);
      entries.removeAll().addAll(list);
    }
    JsonNode one = review(answer(chart.request()));
    JsonNode other = review(answer(shuffled));
    assertThat(other.path("verdict")).isEqualTo(one.path("verdict"));
    assertThat(values(other.path("codes"), "code")).isEqualTo(values(one.path("codes"), "code"));
    assertThat(new HashSet<>(values(other.path("findings"), "code")))
        .isEqualTo(new HashSet<>(values(one.path("findings"), "code")));
  }

  @Property(tries = 1000, seed = SEED)
  void labsAndDrugsNeverChangeCodes(@ForAll("charts") GeneratedChart chart, @ForAll boolean low) {
    ObjectNode more = chart.request();
    ObjectNode lab = Json.MAPPER.createObjectNode();
    lab.put("resourceType", "Observation")
        .put("id", "o1")
        .put("status", "final")
        .put("effectiveDateTime", "2015-11-01");
    lab.putObject("subject").put("reference", "Patient/p1");
    lab.putObject("code")
        .putArray("coding")
        .addObject()
        .put("system", "http://loinc.org")
        .put("code", "2132-9");
    lab.putObject("valueQuantity").put("value", low ? 90 : 700).put("code", "pg/mL");
    ObjectNode drug = Json.MAPPER.createObjectNode();
    drug.put("resourceType", "MedicationRequest").put("id", "m1").put("status", "active");
    drug.putObject("subject").put("reference", "Patient/p1");
    drug.putObject("medicationCodeableConcept").put("text", "metformin 500 mg");
    ObjectNode bundle =
        ((ObjectNode) more.path("prefetch")).putObject("b12Labs").put("resourceType", "Bundle");
    ArrayNode entries = bundle.putArray("entry");
    entries.addObject().set("resource", lab);
    entries.addObject().set("resource", drug);
    JsonNode one = review(answer(chart.request()));
    JsonNode other = review(answer(more));
    assertThat(other.path("codes")).isEqualTo(one.path("codes"));
    assertThat(other.path("verdict")).isEqualTo(one.path("verdict"));
  }

  @Property(tries = 1500, seed = SEED)
  void anAcceptedSuggestionIsNotAskedForAgain(@ForAll("charts") GeneratedChart chart) {
    ObjectNode request = chart.request();
    JsonNode before = answer(request);
    JsonNode suggestion = before.at("/cards/0/suggestions/0");
    if (suggestion.path("actions").isEmpty()) {
      return;
    }
    JsonNode after = review(answer(Accepted.apply(request, suggestion)));
    List<String> findings = values(after.path("findings"), "code");
    assertThat(after.path("verdict").asText())
        .as("%s became %s", before.at("/cards/0"), after)
        .isIn("supported", findings.contains("codeConflict") ? "recode" : "supported");
  }

  @Property(tries = 1500, seed = SEED)
  void garbageNeverThrows(
      @ForAll("garbage") JsonNode garbage,
      @ForAll("charts") GeneratedChart chart,
      @ForAll @Size(max = 3) List<Integer> places) {
    ObjectNode request = chart.request();
    request.put("x", "y");
    for (int place : places) {
      spoil(request, Math.floorMod(place, 60), garbage);
    }
    try {
      SERVICE.answer(request, TODAY);
    } catch (BadCall e) {
      assertThat(e.status()).isIn(400, 412);
      assertThat(e.problems()).isNotEmpty();
    }
  }

  @Provide
  Arbitrary<JsonNode> garbage() {
    return Arbitraries.of(
            "null",
            "7",
            "-1e400",
            "true",
            "\"\"",
            "\"\\u0000\\ud83d\"",
            "[]",
            "{}",
            "[null]",
            "[[[]]]",
            "{\"coding\":7}",
            "{\"coding\":[null,7,{\"code\":{}}]}",
            "{\"reference\":7}",
            "{\"reference\":\"#\"}",
            "\"B12 deficiency due to due to ((\"",
            "{\"text\":[\"a\",\"b\"]}")
        .map(
            t -> {
              try {
                return Json.MAPPER.readTree(t.getBytes(StandardCharsets.UTF_8));
              } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  /** Puts garbage at the n-th value of the tree. */
  private static int spoil(JsonNode node, int n, JsonNode garbage) {
    int left = n;
    if (node instanceof ObjectNode object) {
      for (var e : object.properties()) {
        if (left == 0) {
          e.setValue(garbage.deepCopy());
          return -1;
        }
        left = spoil(e.getValue(), left - 1, garbage);
        if (left < 0) {
          return -1;
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (left == 0) {
          array.set(i, garbage.deepCopy());
          return -1;
        }
        left = spoil(array.get(i), left - 1, garbage);
        if (left < 0) {
          return -1;
        }
      }
    }
    return left;
  }

  private static JsonNode answer(JsonNode request) {
    CardResponse response = SERVICE.answer(request, TODAY);
    return Json.MAPPER.valueToTree(response);
  }

  private static JsonNode review(JsonNode answer) {
    return answer.at("/extension/org.cobalink.reviews/0");
  }

  private static List<String> values(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(n -> n.path(field).asText())
        .toList();
  }

  private static List<String> documented(JsonNode review) {
    return StreamSupport.stream(review.path("codes").spliterator(), false)
        .filter(c -> c.path("basis").asText().equals("documented"))
        .map(c -> c.path("code").asText())
        .toList();
  }

  /** ICD-10-CM codes that actions write into Conditions. */
  private static Set<String> codesInActions(JsonNode answer) {
    Set<String> codes = new HashSet<>();
    for (JsonNode action : answer.at("/cards/0/suggestions/0/actions")) {
      JsonNode resource = action.path("resource");
      if (resource.path("resourceType").asText().equals("Condition")) {
        resource.path("code").path("coding").forEach(c -> codes.add(c.path("code").asText()));
      }
    }
    return codes;
  }
}
