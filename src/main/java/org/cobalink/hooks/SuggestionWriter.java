package org.cobalink.hooks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cobalink.fhir.ActionWriter;
import org.cobalink.fhir.Chart;
import org.cobalink.fhir.Json;
import org.cobalink.hooks.ClientProfile.Change;
import org.cobalink.knowledge.Texts;
import org.cobalink.review.Plan;
import org.cobalink.review.Review;
import org.cobalink.review.check.Finding;

/** What a fix proposes, as far as the client can do it; the rest is told in words. */
final class SuggestionWriter {
  static final Proposal NOTHING = new Proposal(List.of(), "");
  private final Texts texts;

  /**
   * @param byHand Markdown: what the client cannot do and the clinician is asked to
   */
  record Proposal(List<Card.Suggestion> suggestions, String byHand) {}

  SuggestionWriter(Texts texts) {
    this.texts = texts;
  }

  Proposal write(Review review, Finding finding, HookCall call, Chart chart, Client client) {
    ClientProfile profile = client.profile();
    boolean recodes = profile.accepts(Change.UPDATE_CONDITION);
    Plan plan = recodes ? review.plan() : review.plan().withoutRecodes();
    Set<String> byHand = new LinkedHashSet<>();
    if (!recodes && !review.plan().recodes().isEmpty()) {
      byHand.add(texts.get("byHand.recode", Map.of()));
    }
    List<Card.Action> actions = new ArrayList<>();
    for (ActionWriter.Change c : changes(review, plan, call, chart, client)) {
      Map<String, String> values = Map.of("code", c.code(), "codes", c.code(), "title", c.title());
      if (profile.accepts(kind(c))) {
        actions.add(new Card.Action(c.type(), texts.get(c.text(), values), c.resource(), null));
      } else {
        byHand.add(
            texts.get(
                "byHand." + (kind(c) == Change.UPDATE_ORDER ? "order" : "condition"), values));
      }
    }
    boolean told = actions.isEmpty() && !byHand.isEmpty();
    return new Proposal(
        told ? List.of() : suggestions(review, finding, call, client, plan, actions),
        byHand.stream().map(t -> "\n\n" + t).collect(Collectors.joining()));
  }

  private static Change kind(ActionWriter.Change change) {
    boolean condition = Json.text(change.resource(), "resourceType").equals("Condition");
    return !condition
        ? Change.UPDATE_ORDER
        : change.type().equals("create") ? Change.CREATE_CONDITION : Change.UPDATE_CONDITION;
  }

  private List<ActionWriter.Change> changes(
      Review review, Plan plan, HookCall call, Chart chart, Client client) {
    Optional<String> encounter = call.encounter().or(() -> encounterOf(review, chart));
    return new ActionWriter(
            chart,
            call.patientId(),
            encounter,
            plan,
            n -> conditionId(call, client, plan.creates().get(n)),
            client.profile().conditionSystem())
        .changes(review);
  }

  /** Two orders that need the same diagnosis propose the same one. */
  private static String conditionId(HookCall call, Client client, Plan.NewDiagnosis d) {
    return Uuids.of(client.id(), call.hookInstance(), "condition", d.code(), d.words());
  }

  private List<Card.Suggestion> suggestions(
      Review review,
      Finding finding,
      HookCall call,
      Client client,
      Plan plan,
      List<Card.Action> actions) {
    int most = client.profile().actionsPerSuggestion();
    int size = most == 0 ? Math.max(1, actions.size()) : most;
    List<Card.Suggestion> suggestions = new ArrayList<>();
    for (int from = 0; from < Math.max(1, actions.size()); from += size) {
      List<Card.Action> part = actions.subList(from, Math.min(actions.size(), from + size));
      boolean whole = part.size() == actions.size();
      suggestions.add(
          new Card.Suggestion(
              whole ? label(review, plan) : part.get(0).description(),
              uuid(review, finding, call, client, suggestions.size()),
              null,
              client.profile().cdsHooks3() ? "all" : null,
              List.copyOf(part)));
    }
    return suggestions;
  }

  private String label(Review review, Plan plan) {
    String codes =
        plan.reasons().stream()
            .filter(r -> !r.companion())
            .map(r -> r.code() + " " + r.title())
            .collect(Collectors.joining(", "));
    return texts.get("suggestion." + review.verdict().code(), Map.of("codes", codes));
  }

  private static String uuid(
      Review review, Finding finding, HookCall call, Client client, int position) {
    return Uuids.of(
        client.id(),
        call.hookInstance(),
        review.injection().ref(),
        finding.code(),
        "suggestion-" + position);
  }

  private static Optional<String> encounterOf(Review review, Chart chart) {
    return chart
        .find(review.injection().ref())
        .map(i -> Json.text(i.json().path("encounter"), "reference"))
        .filter(e -> !e.isEmpty());
  }
}
