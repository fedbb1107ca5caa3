package org.cobalink.hooks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cobalink.fhir.Call.Occasion;
import org.cobalink.fhir.Chart;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.knowledge.Texts;
import org.cobalink.review.Review;
import org.cobalink.review.Verdict;
import org.cobalink.review.check.Finding;
import org.cobalink.terms.CodeSystems;

/** Says a review as at most one card (contract §3). */
final class CardWriter {
  private static final String OVERRIDES = "http://cobalink.org/fhir/CodeSystem/override-reason";
  private static final String SERVICE_TOPIC = "b12injection";
  private static final int SUMMARY = 139;
  private final Texts texts;
  private final Knowledge knowledge;
  private final SuggestionWriter suggestions;

  CardWriter(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.texts = knowledge.texts();
    this.suggestions = new SuggestionWriter(texts);
  }

  Optional<Card> write(Review review, HookCall call, Chart chart, Client client) {
    return review.deciding().map(f -> card(review, f, call, chart, client));
  }

  private Card card(Review review, Finding finding, HookCall call, Chart chart, Client client) {
    boolean fix = review.verdict().isFix();
    boolean asks = !fix && review.verdict() != Verdict.SUPPORTED;
    SuggestionWriter.Proposal proposal =
        fix ? suggestions.write(review, finding, call, chart, client) : SuggestionWriter.NOTHING;
    String detail = new Detail(knowledge, review, finding).write() + proposal.byHand();
    return new Card(
        cardUuid(review, call, client),
        summary(review, finding),
        client.profile().markdown() ? detail : Markdown.plain(detail),
        indicator(review, call.occasion(), client.profile()),
        new Card.Source(
            texts.get("source.label", Map.of()), null, null, topic(finding, client.profile())),
        proposal.suggestions(),
        proposal.suggestions().isEmpty() ? null : client.profile().selectionBehavior(),
        asks || fix ? overrides() : List.of(),
        List.of(),
        null);
  }

  private Card.Coding topic(Finding finding, ClientProfile profile) {
    return switch (profile.topic()) {
      case FINDING ->
          new Card.Coding(
              finding.code(), CodeSystems.FINDING, knowledge.finding(finding.code()).display());
      case SERVICE -> new Card.Coding(SERVICE_TOPIC, CodeSystems.FINDING, null);
      case NONE -> null;
    };
  }

  /** The uuid of the card of a review, or the one it would have: a retry joins its feedback. */
  static String cardUuid(Review review, HookCall call, Client client) {
    return Uuids.of(
        client.id(),
        call.hookInstance(),
        review.injection().ref(),
        review.deciding().map(Finding::code).orElse("none"),
        "card");
  }

  private String summary(Review review, Finding finding) {
    String key = texts.keyOf(finding.code(), finding.rows(), "summary");
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

  private static String indicator(Review review, Occasion occasion, ClientProfile profile) {
    if (occasion == Occasion.SELECT) {
      return "info";
    }
    boolean sendsReasons =
        profile.reasons() == ClientProfile.Reasons.YES || !review.injection().namesNoReason();
    return switch (review.verdict()) {
      case RECODE, QUERY, UNSUPPORTED -> "warning";
      case LINK -> sendsReasons ? "warning" : "info";
      default -> "info";
    };
  }

  private List<Card.Coding> overrides() {
    return List.of("documentedElsewhere", "willDocument", "notApplicable", "other").stream()
        .map(k -> new Card.Coding(k, OVERRIDES, texts.get("override." + k, Map.of())))
        .toList();
  }
}
