package org.cobalink.hapi.jpa;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.cobalink.fhir.Call;
import org.cobalink.fhir.Json;
import org.cobalink.fhir.References;
import org.cobalink.hapi.ReviewOperation;
import org.cobalink.hapi.jpa.OwnServer.Caller;
import org.cobalink.hapi.jpa.OwnServer.Read;
import org.cobalink.hapi.jpa.StoredCharts.Stored;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;

/**
 * {@code GET or POST [base]/Patient/{id}/$b12-review} and {@code
 * [base]/Encounter/{id}/$b12-review}: the reviews of what the server keeps, as the caller may read
 * it (contract §5).
 */
public final class StoredReviewProvider {
  private final FhirContext r4;
  private final OwnServer server;
  private final StoredCharts charts;
  private final ReviewOperation review;

  StoredReviewProvider(
      FhirContext r4, OwnServer server, StoredCharts charts, ReviewOperation review) {
    this.r4 = r4;
    this.server = server;
    this.charts = charts;
    this.review = review;
  }

  /**
   * Every injection of a patient, encounter by encounter.
   *
   * @param today the date of service of what has none
   * @throws InvalidRequestException 400 where {@code today} is no date
   */
  @Operation(name = "$b12-review", type = Patient.class, idempotent = true)
  public Parameters patient(
      @IdParam IdType id,
      @OperationParam(name = "today") DateType today,
      ServletRequestDetails request) {
    return review(caller(request), id.getIdPart(), Optional.empty(), today);
  }

  /**
   * The injections of one encounter, with the whole chart of its patient.
   *
   * @throws UnprocessableEntityException 422 where the encounter names no patient of this server
   * @throws ForbiddenOperationException 403 where it is not for the caller
   */
  @Operation(name = "$b12-review", type = Encounter.class, idempotent = true)
  public Parameters encounter(
      @IdParam IdType id,
      @OperationParam(name = "today") DateType today,
      ServletRequestDetails request) {
    Caller caller = caller(request);
    if (!id.getIdPart().matches(StoredCharts.ID)) {
      throw new ResourceNotFoundException("no such encounter");
    }
    String encounter = "Encounter/" + id.getIdPart();
    Read read = server.read(caller, encounter, Long.MAX_VALUE);
    if (!read.isFound()) {
      throw read.isAbsent()
          ? new ResourceNotFoundException(encounter + " is not known")
          : new ForbiddenOperationException(encounter + " could not be read");
    }
    String subject = Json.text(read.json().path("subject"), "reference");
    if (!subject.startsWith("Patient/")) {
      throw new UnprocessableEntityException(encounter + " names no patient of this server");
    }
    return review(caller, References.patientId(subject), Optional.of(encounter), today);
  }

  private Parameters review(
      Caller caller, String patient, Optional<String> encounter, DateType today) {
    LocalDate given = today == null || today.isEmpty() ? null : date(today);
    Stored stored = charts.read(caller, patient);
    Call call = review.call(Call.Occasion.BUNDLE, given).about(patient, encounter);
    return r4.newJsonParser()
        .parseResource(Parameters.class, review.review(stored.resources(), stored.seenBy(call)));
  }

  private static LocalDate date(DateType written) {
    try {
      return LocalDate.parse(written.getValueAsString());
    } catch (DateTimeParseException e) {
      throw new InvalidRequestException("today is not a date, YYYY-MM-DD");
    }
  }

  static Caller caller(ServletRequestDetails request) {
    String tenant = request.getTenantId() == null ? "" : "/" + request.getTenantId();
    return new Caller(request.getServletRequest(), "", tenant);
  }
}
