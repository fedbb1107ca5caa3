package org.cobalink.hapi.jpa;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cobalink.fhir.Call;
import org.cobalink.fhir.Json;
import org.cobalink.fhir.References;
import org.cobalink.hapi.ReviewOperation;
import org.cobalink.hapi.jpa.OwnServer.Caller;
import org.cobalink.hapi.jpa.StoredCharts.Stored;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationRequest;

/**
 * Reviews every order and administration of a vitamin B12 injection that a request stores: once the
 * request's transaction is committed, so that whatever came with it is seen, and before the answer.
 * It never makes a request fail.
 */
@Interceptor
public final class StorageReview {
  private static final System.Logger LOG = System.getLogger(StorageReview.class.getName());
  private static final String STORED = StorageReview.class.getName();
  private final FhirContext r4;
  private final OwnServer server;
  private final StoredCharts charts;
  private final ReviewOperation review;
  private final Outcome outcome;

  StorageReview(
      FhirContext r4,
      OwnServer server,
      StoredCharts charts,
      ReviewOperation review,
      Outcome outcome) {
    this.r4 = r4;
    this.server = server;
    this.charts = charts;
    this.review = review;
    this.outcome = outcome;
  }

  /** Where the findings about one stored resource go. */
  @FunctionalInterface
  interface Outcome {
    /**
     * Takes them; none where there is nothing to say, or no longer.
     *
     * @param stored reference of the order or administration
     * @param response what the request is answered with; null for nothing
     */
    void found(String stored, List<DetectedIssue> issues, IBaseResource response);
  }

  @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
  public void created(IBaseResource resource, RequestDetails request) {
    note(resource, request);
  }

  @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
  public void updated(IBaseResource before, IBaseResource after, RequestDetails request) {
    note(after, request);
  }

  /** What is deleted has no findings any more. */
  @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
  public void deleted(IBaseResource resource, RequestDetails request) {
    if (resource instanceof MedicationRequest order) {
      order.setStatus(MedicationRequest.MedicationRequestStatus.CANCELLED);
      note(order, request);
    } else if (resource instanceof MedicationAdministration given) {
      given.setStatus(MedicationAdministration.MedicationAdministrationStatus.ENTEREDINERROR);
      note(given, request);
    }
  }

  /** What was stored, kept with the request until it is answered. */
  @SuppressWarnings("unchecked")
  private static void note(IBaseResource resource, RequestDetails request) {
    boolean relevant =
        resource instanceof MedicationRequest || resource instanceof MedicationAdministration;
    if (relevant && request instanceof ServletRequestDetails) {
      ((Map<String, IBaseResource>)
              request.getUserData().computeIfAbsent(STORED, k -> new LinkedHashMap<>()))
          .put(resource.getIdElement().toUnqualifiedVersionless().getValue(), resource);
    }
  }

  @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
  @SuppressWarnings("unchecked")
  public void answering(ServletRequestDetails request, ResponseDetails response) {
    Object stored = request == null ? null : request.getUserData().remove(STORED);
    if (stored != null) {
      Map<String, Stored> read = new HashMap<>();
      ((Map<String, IBaseResource>) stored)
          .forEach((ref, resource) -> review(ref, resource, request, response, read));
    }
  }

  /**
   * Reviews one.
   *
   * @param read charts that were read for this request, by patient
   */
  private void review(
      String ref,
      IBaseResource resource,
      ServletRequestDetails request,
      ResponseDetails response,
      Map<String, Stored> read) {
    try {
      JsonNode stored = Json.MAPPER.readTree(r4.newJsonParser().encodeResourceToString(resource));
      String patient = Json.text(stored.path("subject"), "reference");
      Call call =
          review
              .call(Call.Occasion.STORED, null)
              .about(References.patientId(patient), Optional.empty())
              .selecting(Set.of(ref));
      Caller caller = StoredReviewProvider.caller(request);
      if (patient.startsWith("Patient/") && review.concerns(withDrug(stored, caller), call)) {
        Stored chart = read.computeIfAbsent(call.patientId(), id -> charts.read(caller, id));
        outcome.found(ref, issues(chart, call), response.getResponseResource());
      } else {
        outcome.found(ref, List.of(), response.getResponseResource());
      }
    } catch (JsonProcessingException | RuntimeException | StackOverflowError e) {
      // what was stored stays stored; why it could not be reviewed holds nothing of the chart
      LOG.log(System.Logger.Level.WARNING, "not reviewed when stored: {0}", e.getClass().getName());
    }
  }

  /** With the Medication it names, so that a drug can be told without the patient's chart. */
  private List<JsonNode> withDrug(JsonNode stored, Caller caller) {
    String drug = Json.text(stored.path("medicationReference"), "reference");
    Optional<JsonNode> read =
        drug.startsWith("Medication/")
            ? Optional.of(server.read(caller, drug, Long.MAX_VALUE))
                .filter(OwnServer.Read::isFound)
                .map(OwnServer.Read::json)
            : Optional.empty();
    return read.map(d -> List.of(stored, d)).orElse(List.of(stored));
  }

  private List<DetectedIssue> issues(Stored chart, Call call) {
    if (!review.concerns(chart.resources(), call)) {
      throw new ForbiddenOperationException("the caller may not read what it stored");
    }
    return review.issues(chart.resources(), chart.seenBy(call)).stream()
        .map(i -> r4.newJsonParser().parseResource(DetectedIssue.class, i))
        .toList();
  }
}
