package org.cobalink.hooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cobalink.fhir.ActionWriter;
import org.cobalink.fhir.Call.Occasion;
import org.cobalink.fhir.Chart;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.Texts;
import org.cobalink.review.Plan;
import org.cobalink.review.Review;
import org.cobalink.review.Verdict;
import org.cobalink.review.check.Finding;

/** Says a review as at most one card (contract §3). */
final class CardWriter {
  private static final String FINDINGS = "http://cobalink.org/fhir/CodeSystem/finding";
  private static final String OVERRIDES = "http://cobalink.org/fhir/CodeSystem/override-reason";
  private static final int SUMMARY = 139;
  private final Texts texts;
  private final Knowledge knowledge;
  private final ClientProfile client;

  CardWriter(Knowledge knowledge, ClientProfile client) {
    this.knowledge = knowledge;
    this.texts = knowledge.texts();
    this.client = client;
  }

  Optional<Card> write(Review review, HookCall call, Chart chart) {
    return review.deciding().map(f -> card(review, f, call, chart));
  }

  private Card card(Review review, Finding finding, HookCall call, Chart chart) {
    String[] name = {client.name(), call.hookInstance(), review.injection().ref(), finding.code()};
    boolean fix = review.verdict().isFix();
    boolean asks = !fix && review.verdict() != Verdict.SUPPORTED;
    return new Card(
        uuid(name, "card"),
        summary(review, finding),
        new Detail(knowledge, review, finding).write(),
        indicator(review, call.occasion()),
        new Card.Source(
            texts.get("source.label", Map.of()),
            null,
            null,
            new Card.Coding(finding.code(), FINDINGS, knowledge.finding(finding.code()).display())),
        fix ? List.of(suggestion(review, call, chart, name)) : List.of(),
        fix ? "at-most-one" : null,
        asks || fix ? overrides() : List.of(),
        List.of(),
        null);
  }

  /** Two orders that need the same diagnosis propose the same one. */
  private String conditionId(HookCall call, Plan.NewDiagnosis d) {
    return Uuids.of(client.name(), call.hookInstance(), "condition", d.code(), d.words());
  }

  private static String uuid(String[] name, String position) {
    List<String> parts = new ArrayList<>(List.of(name));
    parts.add(position);
    return Uuids.of(parts.toArray(String[]::new));
  }

  private String summary(Review review, Finding finding) {
    String key = finding.code() + ".summary";
    String drug = review.injection().drug().replaceAll("\\s+", " ").strip();
    String whole = texts.get(key, Map.of("drug", drug));
    int over = whole.length() - SUMMARY;
    if (over <= 0) {
      return whole;
    }
    int cut = Math.max(0, drug.length() - over - 1);
    if (cut > 0 && Character.isHighSurrogate(drug.charAt(cut - 1))) {
      cut--;
    }
    return texts.get(key, Map.of("drug", drug.substring(0, cut).strip() + "…"));
  }

  private String indicator(Review review, Occasion occasion) {
    if (occasion == Occasion.SELECT) {
      return "info";
    }
    boolean sendsReasons = client.sendsReasons() || !review.injection().namesNoReason();
    return switch (review.verdict()) {
      case RECODE, QUERY, UNSUPPORTED -> "warning";
      case LINK -> sendsReasons ? "warning" : "info";
      default -> "info";
    };
  }

  private Card.Suggestion suggestion(Review review, HookCall call, Chart chart, String[] name) {
    Plan plan = review.plan();
    Optional<String> encounter = call.encounter().or(() -> encounterOf(review, chart));
    List<Card.Action> actions =
        new ActionWriter(
                chart,
                call.patientId(),
                encounter,
                plan,
                n -> conditionId(call, plan.creates().get(n)))
            .changes(review).stream()
                .map(
                    c ->
                        new Card.Action(
                            c.type(),
                            texts.get(
                                c.text(),
                                Map.of("code", c.code(), "codes", c.code(), "title", c.title())),
                            c.resource(),
                            null))
                .toList();
    String codes =
        String.join(
            ", ",
            plan.reasons().stream()
                .filter(r -> !r.companion())
                .map(r -> r.code() + " " + r.title())
                .toList());
    return new Card.Suggestion(
        texts.get("suggestion." + review.verdict().code(), Map.of("codes", codes)),
        uuid(name, "suggestion-0"),
        null,
        actions);
  }

  private static Optional<String> encounterOf(Review review, Chart chart) {
    return chart
        .find(review.injection().ref())
        .map(i -> org.cobalink.fhir.Json.text(i.json().path("encounter"), "reference"))
        .filter(e -> !e.isEmpty());
  }

  private List<Card.Coding> overrides() {
    return List.of("documentedElsewhere", "willDocument", "notApplicable", "other").stream()
        .map(k -> new Card.Coding(k, OVERRIDES, texts.get("override." + k, Map.of())))
        .toList();
  }
}
