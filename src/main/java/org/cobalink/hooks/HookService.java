package org.cobalink.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cobalink.facts.Facts;
import org.cobalink.facts.Facts.Part;
import org.cobalink.fhir.Call;
import org.cobalink.fhir.Chart;
import org.cobalink.fhir.FactReader;
import org.cobalink.fhir.Json;
import org.cobalink.fhir.ReviewWriter;
import org.cobalink.fhir.ValueSets;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.review.Review;
import org.cobalink.review.Reviewer;
import org.cobalink.review.check.Finding;
import org.cobalink.review.code.SupportedCode;

/** A CDS Hooks request in, a response out. Holds no state; safe for many threads. */
public final class HookService {
  public static final String ID = "b12-injection";
  private final FactReader facts;
  private final Reviewer reviewer;
  private final CardWriter cards;
  private final ObjectNode discovery;
  private final Templates templates;

  public HookService(Knowledge knowledge, ValueSets codes) {
    this.facts = new FactReader(knowledge, codes);
    this.reviewer = new Reviewer(knowledge);
    this.cards = new CardWriter(knowledge);
    this.discovery = new Discovery(codes).write();
    this.templates = new Templates(discovery);
  }

  /** Whether this is the name of a hook that the service answers. */
  public static boolean answers(String hook) {
    return HookCallReader.HOOKS.containsKey(hook);
  }

  /** The answer of {@code GET /cds-services}. */
  public JsonNode discovery() {
    return discovery;
  }

  /**
   * Answers a call.
   *
   * @param today used only where the chart gives no date of service
   * @param completer reads from the EHR what did not come, where there is an injection to review
   * @throws BadCall 400 malformed, or 412 where there is a B12 injection and no conditions were had
   */
  public Answer answer(JsonNode body, LocalDate today, Client client, Completer completer) {
    HookCall call = HookCallReader.read(body);
    Prefetch prefetch = complete(call, client, today, completer);
    Chart chart = prefetch.chart();
    List<Review> reviews = reviews(call, prefetch, chart, today, client);
    List<Card> written = new ArrayList<>(reviews.size());
    List<Decision> decisions = new ArrayList<>(reviews.size());
    boolean silent = client.profile().silent();
    for (Review review : reviews) {
      Optional<Card> card = cards.write(review, call, chart, client);
      card.filter(c -> !silent).ifPresent(written::add);
      decisions.add(decision(review, call, client, card.isPresent() && !silent));
    }
    return new Answer(
        new CardResponse(written, List.of(), extension(reviews, prefetch)), decisions);
  }

  /** The answer to whoever calls, from what came with the call alone. */
  public CardResponse answer(JsonNode body, LocalDate today) {
    return answer(body, today, Client.DEFAULT, Completer.NONE).response();
  }

  /** The reviews that an answer carries, with all they rest on. */
  List<Review> reviews(JsonNode body, LocalDate today) {
    HookCall call = HookCallReader.read(body);
    Prefetch prefetch = new Prefetch(call);
    return reviews(call, prefetch, prefetch.chart(), today, Client.DEFAULT);
  }

  /**
   * The EHR is asked only where there is something to review, or where only the EHR can tell: at
   * discharge, when what was given did not come.
   */
  private Prefetch complete(HookCall call, Client client, LocalDate today, Completer completer) {
    Prefetch sent = new Prefetch(call);
    if (!completer.reaches(call)) {
      return sent;
    }
    Chart chart = sent.chart();
    Map<String, String> queries = templates.missing(call, chart);
    boolean asks = queries.containsKey("administrations") || queries.containsKey("orders");
    boolean relevant =
        (call.occasion() == Call.Occasion.DISCHARGE && asks)
            || !read(call, sent, chart, today).injections().isEmpty();
    return queries.isEmpty() || !relevant
        ? sent
        : new Prefetch(call, completer.complete(client, call, queries));
  }

  private Facts read(HookCall call, Prefetch prefetch, Chart chart, LocalDate today) {
    return facts.read(
        chart,
        new Call(
            call.occasion(),
            call.patientId(),
            call.encounter(),
            new HashSet<>(call.selections()),
            prefetch.obtained(),
            today));
  }

  private List<Review> reviews(
      HookCall call, Prefetch prefetch, Chart chart, LocalDate today, Client client) {
    Set<Part> obtained = prefetch.obtained();
    Facts read = read(call, prefetch, chart, today);
    boolean noConditions =
        !obtained.contains(Part.ENCOUNTER_DIAGNOSES) && !obtained.contains(Part.PROBLEMS);
    if (!read.injections().isEmpty() && noConditions && !prefetch.hasConditions(chart)) {
      throw new BadCall(
          412,
          "processing",
          List.of(
              "prefetch keys encounterDiagnoses and problems were neither sent nor obtainable"));
    }
    return reviewer.review(read, client.profile().without());
  }

  private static Decision decision(Review review, HookCall call, Client client, boolean shown) {
    return new Decision(
        CardWriter.cardUuid(review, call, client),
        client.id(),
        call.hook(),
        call.hookInstance(),
        call.patientId(),
        review.injection().ref(),
        review.verdict().code(),
        review.deciding().map(Finding::code).orElse(""),
        review.codes().stream().map(SupportedCode::code).toList(),
        review.edition().orElse(""),
        shown);
  }

  private static ObjectNode extension(List<Review> reviews, Prefetch prefetch) {
    if (reviews.isEmpty()) {
      return null;
    }
    ObjectNode extension = Json.MAPPER.createObjectNode();
    extension.set("org.cobalink.reviews", ReviewWriter.write(reviews));
    List<String> skipped = prefetch.skipped();
    if (!skipped.isEmpty()) {
      ArrayNode list = extension.putArray("org.cobalink.skipped");
      skipped.forEach(list::add);
    }
    return extension;
  }
}
