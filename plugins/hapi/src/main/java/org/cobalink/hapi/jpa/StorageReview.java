package org.cobalink.hapi.jpa;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cobalink.fhir.Call;
import org.cobalink.fhir.References;
import org.cobalink.hapi.ReviewOperation;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Reference;

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
  private final StoredCharts charts;
  private final ReviewOperation review;
  private final Outcome outcome;

  StorageReview(FhirContext r4, StoredCharts charts, ReviewOperation review, Outcome outcome) {
    this.r4 = r4;
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

  /** Reference of what was stored to reference of its patient, kept with the request. */
  @SuppressWarnings("unchecked")
  private static void note(IBaseResource resource, RequestDetails request) {
    Reference subject =
        resource instanceof MedicationRequest order
            ? order.getSubject()
            : resource instanceof MedicationAdministration given ? given.getSubject() : null;
    if (subject != null && request instanceof ServletRequestDetails) {
      Map<String, String> stored =
          (Map<String, String>)
              request.getUserData().computeIfAbsent(STORED, k -> new LinkedHashMap<>());
      String id = resource.getIdElement().toUnqualifiedVersionless().getValue();
      stored.put(id, String.valueOf(subject.getReference()));
    }
  }

  @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
  @SuppressWarnings("unchecked")
  public void answering(ServletRequestDetails request, ResponseDetails response) {
    Object stored = request == null ? null : request.getUserData().remove(STORED);
    if (stored != null) {
      ((Map<String, String>) stored)
          .forEach((ref, patient) -> review(ref, patient, request, response));
    }
  }

  private void review(
      String stored, String patient, ServletRequestDetails request, ResponseDetails response) {
    try {
      String id = References.patientId(patient);
      if (!patient.startsWith("Patient/")) {
        return;
      }
      Call call =
          review
              .call(Call.Occasion.STORED, null)
              .about(id, Optional.empty())
              .selecting(Set.of(stored));
      List<DetectedIssue> issues = new ArrayList<>();
      for (String issue :
          review.issues(charts.read(StoredReviewProvider.caller(request), id).resources(), call)) {
        issues.add(r4.newJsonParser().parseResource(DetectedIssue.class, issue));
      }
      outcome.found(stored, issues, response.getResponseResource());
    } catch (RuntimeException e) {
      // what was stored stays stored; why it could not be reviewed holds nothing of the chart
      LOG.log(System.Logger.Level.WARNING, "not reviewed when stored: {0}", e.getClass().getName());
    }
  }
}
