package org.cobalink.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

/** A CDS Hooks request in, a response out. Holds no state; safe for many threads. */
public final class HookService {
  public static final String ID = "b12-injection";
  private final FactReader facts;
  private final Reviewer reviewer;
  private final CardWriter cards;
  private final ObjectNode discovery;

  public HookService(Knowledge knowledge, ValueSets codes, ClientProfile client) {
    this.facts = new FactReader(knowledge, codes);
    this.reviewer = new Reviewer(knowledge);
    this.cards = new CardWriter(knowledge, client);
    this.discovery = new Discovery(codes).write();
  }

  /** The answer of {@code GET /cds-services}. */
  public JsonNode discovery() {
    return discovery;
  }

  /**
   * Answers a call.
   *
   * @param today used only where the chart gives no date of service
   * @throws BadCall 400 malformed, or 412 where there is a B12 injection and no conditions were had
   */
  public CardResponse answer(JsonNode body, LocalDate today) {
    HookCall call = HookCallReader.read(body);
    Prefetch prefetch = new Prefetch(call);
    Chart chart = prefetch.chart();
    List<Review> reviews = reviews(call, prefetch, chart, today);
    List<Card> written = new ArrayList<>(reviews.size());
    reviews.forEach(r -> cards.write(r, call, chart).ifPresent(written::add));
    return new CardResponse(written, List.of(), extension(reviews, prefetch));
  }

  /** The reviews that an answer carries, with all they rest on. */
  List<Review> reviews(JsonNode body, LocalDate today) {
    HookCall call = HookCallReader.read(body);
    Prefetch prefetch = new Prefetch(call);
    return reviews(call, prefetch, prefetch.chart(), today);
  }

  private List<Review> reviews(HookCall call, Prefetch prefetch, Chart chart, LocalDate today) {
    Set<Part> obtained = prefetch.obtained();
    Facts read =
        facts.read(
            chart,
            new Call(
                call.occasion(),
                call.patientId(),
                call.encounter(),
                new HashSet<>(call.selections()),
                obtained,
                today));
    boolean noConditions =
        !obtained.contains(Part.ENCOUNTER_DIAGNOSES) && !obtained.contains(Part.PROBLEMS);
    if (!read.injections().isEmpty() && noConditions && !prefetch.hasConditions(chart)) {
      throw new BadCall(
          412,
          "processing",
          List.of(
              "prefetch keys encounterDiagnoses and problems were neither sent nor obtainable"));
    }
    return reviewer.review(read);
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
