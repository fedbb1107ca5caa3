package org.cobalink.hapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.cobalink.fhir.ValueSets;
import org.cobalink.hooks.BadCall;
import org.cobalink.knowledge.Knowledge;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;

/**
 * {@code POST [base]/$b12-review}: a Bundle as a whole chart in, or Parameters with it as {@code
 * chart}; Parameters with a review for each injection out (contract §5). Register it with any HAPI
 * {@code RestfulServer} for R4.
 */
public final class B12ReviewProvider {
  private final FhirContext r4;
  private final ReviewOperation review;

  /** With knowledge of its own: 20 MB of heap (docs/benchmarks.md). */
  public B12ReviewProvider(FhirContext r4) {
    this(
        r4,
        new ReviewOperation(
            Knowledge.load(), ValueSets.load(), Clock.system(ZoneId.systemDefault())));
  }

  public B12ReviewProvider(FhirContext r4, ReviewOperation review) {
    this.r4 = r4;
    this.review = review;
  }

  /**
   * Reviews the chart sent. The bytes are read by the same lenient reader as at every other door:
   * HAPI's parser would refuse a chart for one broken resource.
   *
   * @throws InvalidRequestException 400 where it is no chart, with every problem
   */
  @Operation(name = "$b12-review", manualRequest = true)
  public Parameters review(RequestDetails request) {
    try {
      return r4.newJsonParser().parseResource(Parameters.class, review.review(json(request)));
    } catch (BadCall e) {
      throw invalid(e);
    } catch (InvalidRequestException e) {
      throw e;
    } catch (RuntimeException e) {
      throw incident(e);
    }
  }

  private byte[] json(RequestDetails request) {
    byte[] body = request.loadRequestContents();
    EncodingEnum encoding =
        EncodingEnum.forContentType(
            String.valueOf(request.getHeader("Content-Type")).split(";", 2)[0].strip());
    return encoding == EncodingEnum.XML ? fromXml(body) : body;
  }

  private byte[] fromXml(byte[] body) {
    try {
      IBaseResource read =
          r4.newXmlParser()
              .setParserErrorHandler(new StrictErrorHandler())
              .parseResource(new String(body, StandardCharsets.UTF_8));
      return r4.newJsonParser().encodeResourceToString(read).getBytes(StandardCharsets.UTF_8);
    } catch (DataFormatException e) {
      // its message may hold what the chart says
      throw new BadCall(400, "structure", List.of("the body is not valid FHIR XML"));
    }
  }

  static InvalidRequestException invalid(BadCall e) {
    OperationOutcome outcome = new OperationOutcome();
    e.problems()
        .forEach(
            p ->
                outcome
                    .addIssue()
                    .setSeverity(OperationOutcome.IssueSeverity.ERROR)
                    .setCode(OperationOutcome.IssueType.STRUCTURE)
                    .getDetails()
                    .setText(p));
    return new InvalidRequestException(String.join("; ", e.problems()), outcome);
  }

  /** Our own fault: an incident id, and in the log only the kind of fault and where it happened. */
  static InternalErrorException incident(RuntimeException fault) {
    String id = UUID.randomUUID().toString();
    StackTraceElement[] trace = fault.getStackTrace();
    System.getLogger(B12ReviewProvider.class.getName())
        .log(
            System.Logger.Level.ERROR,
            "incident {0}: {1} at {2}",
            id,
            fault.getClass().getName(),
            trace.length == 0 ? "unknown" : trace[0]);
    return new InternalErrorException("incident " + id);
  }
}
