package org.cobalink.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.cobalink.fhir.Call;
import org.cobalink.fhir.Chart;
import org.cobalink.fhir.FactReader;
import org.cobalink.fhir.Json;
import org.cobalink.fhir.ValueSets;
import org.cobalink.knowledge.Knowledge;
import org.cobalink.review.Review;
import org.cobalink.review.Reviewer;

/** Reviews a file: a FHIR Bundle as a whole chart, or a CDS Hooks request as the service would. */
public final class ChartReviewer {
  private final FactReader facts;
  private final Reviewer reviewer;
  private final HookService hooks;

  public ChartReviewer(Knowledge knowledge, ValueSets codes) {
    this.facts = new FactReader(knowledge, codes);
    this.reviewer = new Reviewer(knowledge);
    this.hooks = new HookService(knowledge, codes);
  }

  /**
   * The reviews of a Bundle or request.
   *
   * @throws BadCall where it is neither, or a request the service would refuse
   */
  public List<Review> review(JsonNode input, LocalDate today) {
    if (input.has("hook")) {
      return hooks.reviews(input, today);
    }
    if (!Json.text(input, "resourceType").equals("Bundle")) {
      throw new BadCall(400, "structure", List.of("neither a FHIR Bundle nor a CDS Hooks request"));
    }
    return review(input, Call.whole(Call.Occasion.BUNDLE, today));
  }

  /** The reviews of a Bundle that holds what a call is about, encounter by encounter. */
  public List<Review> review(JsonNode bundle, Call call) {
    Chart chart = new Chart("");
    chart.add(bundle, false);
    return facts.readEach(chart, call).stream().flatMap(f -> reviewer.review(f).stream()).toList();
  }
}
