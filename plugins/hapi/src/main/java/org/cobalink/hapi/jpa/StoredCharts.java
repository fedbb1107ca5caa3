package org.cobalink.hapi.jpa;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cobalink.facts.Facts.Part;
import org.cobalink.fhir.Call;
import org.cobalink.hapi.jpa.OwnServer.Caller;
import org.cobalink.hapi.jpa.OwnServer.Read;
import org.cobalink.hooks.ChartQueries;

/** The whole chart of a patient, as the caller may read it. */
final class StoredCharts {
  private static final String LARGE_PAGES = "&_count=200";

  /** Anything else, from a stored reference say, could change what is asked for. */
  static final String ID = "[A-Za-z0-9\\-.]{1,64}";

  private final OwnServer server;
  private final ChartQueries queries;

  StoredCharts(OwnServer server, ChartQueries queries) {
    this.server = server;
    this.queries = queries;
  }

  /**
   * A chart.
   *
   * @param resources resources and Bundles of them
   * @param labs whether laboratory results could be read; without them there is less evidence
   */
  record Stored(List<JsonNode> resources, boolean labs) {
    /** A call about this chart: what could not be read is not obtained. */
    Call seenBy(Call call) {
      return labs ? call : call.without(Part.B12_LABS).without(Part.HEMOGLOBIN);
    }
  }

  /**
   * Reads it. A part that is not all there, other than evidence, is an error that names it: a
   * review of the rest would say more than the chart does.
   *
   * @throws ResourceNotFoundException 404 where there is no such patient
   * @throws ForbiddenOperationException 403 where part of the chart is not for the caller
   * @throws UnprocessableEntityException 422 where a part is too large to be read to its end
   */
  Stored read(Caller caller, String patientId) {
    if (!patientId.matches(ID)) {
      throw new ResourceNotFoundException("no such patient");
    }
    List<JsonNode> resources = new ArrayList<>();
    Map<String, Integer> missing = new LinkedHashMap<>();
    queries
        .of(patientId)
        .forEach(
            (key, query) -> {
              boolean search = query.contains("?");
              Read read = server.read(caller, search ? query + LARGE_PAGES : query, Long.MAX_VALUE);
              if (read.isWhole()) {
                resources.add(read.json());
              } else if (!read.isAbsent()) {
                missing.put(key, read.status());
              } else if (!search) {
                throw new ResourceNotFoundException(query + " is not known");
              }
            });
    boolean labs = missing.remove(ChartQueries.LABS) == null;
    if (!missing.isEmpty()) {
      String what =
          "what the review needs could not be read: " + String.join(", ", missing.keySet());
      boolean denied = missing.values().stream().allMatch(s -> s == 401 || s == 403);
      boolean endless = missing.containsValue(200);
      throw denied
          ? new ForbiddenOperationException(what)
          : endless ? new UnprocessableEntityException(what) : new InternalErrorException(what);
    }
    return new Stored(resources, labs);
  }
}
