package org.cobalink.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cobalink.fhir.Json;
import org.cobalink.fhir.ReviewWriter;
import org.cobalink.fhir.ValueSets;
import org.cobalink.hooks.BadCall;
import org.cobalink.hooks.ChartReviewer;
import org.cobalink.knowledge.Knowledge;

/**
 * Reviews charts. Keeps nothing and reads nothing beside what it is given; one instance serves any
 * number of threads.
 */
public final class B12Reviews {
  private final ChartReviewer reviewer;

  private B12Reviews(ChartReviewer reviewer) {
    this.reviewer = reviewer;
  }

  /** Loads the knowledge: once a program, not once a chart. */
  public static B12Reviews load() {
    return new B12Reviews(new ChartReviewer(Knowledge.load(), ValueSets.load()));
  }

  /**
   * The reviews of a chart: one for each vitamin B12 injection in it, none where there is none.
   *
   * @param chart JSON: a FHIR R4 Bundle as a whole chart, in which what is not there is empty and
   *     not missing; or a CDS Hooks request
   * @param today the date of service of an injection whose chart gives none
   * @throws UnreadableChart where it is neither, with every problem; a broken resource inside is
   *     left out
   */
  public List<B12Review> of(String chart, LocalDate today) {
    Objects.requireNonNull(chart, "chart");
    Objects.requireNonNull(today, "today");
    List<B12Review> reviews = new ArrayList<>();
    try {
      JsonNode read = Json.MAPPER.readTree(chart);
      ReviewWriter.write(reviewer.review(read, today)).forEach(r -> reviews.add(B12Review.read(r)));
    } catch (BadCall e) {
      throw new UnreadableChart(e.problems());
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new UnreadableChart(List.of("not valid JSON, too deep or too large, at line " + line));
    }
    return List.copyOf(reviews);
  }
}
