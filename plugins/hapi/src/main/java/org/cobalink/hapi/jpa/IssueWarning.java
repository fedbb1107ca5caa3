package org.cobalink.hapi.jpa;

import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Findings in the OperationOutcome that answers a create or update ({@code Prefer:
 * return=OperationOutcome}), or in the entry's outcome where a Bundle was sent. An answer that has
 * no OperationOutcome stays as it is.
 */
final class IssueWarning implements StorageReview.Outcome {
  @Override
  public void found(String stored, List<DetectedIssue> issues, IBaseResource response) {
    if (response instanceof OperationOutcome outcome) {
      add(outcome, stored, issues);
    } else if (response instanceof Bundle bundle && !issues.isEmpty()) {
      for (BundleEntryComponent entry : bundle.getEntry()) {
        String location = String.valueOf(entry.getResponse().getLocation());
        if (location.startsWith(stored + "/") || location.equals(stored)) {
          OperationOutcome outcome =
              entry.getResponse().getOutcome() instanceof OperationOutcome o
                  ? o
                  : new OperationOutcome();
          entry.getResponse().setOutcome(outcome);
          add(outcome, stored, issues);
        }
      }
    }
  }

  private static void add(OperationOutcome outcome, String stored, List<DetectedIssue> issues) {
    for (DetectedIssue issue : issues) {
      outcome
          .addIssue()
          .setSeverity(
              issue.getSeverity() == DetectedIssueSeverity.MODERATE
                  ? IssueSeverity.WARNING
                  : IssueSeverity.INFORMATION)
          .setCode(IssueType.BUSINESSRULE)
          .setDetails(issue.getCode().copy().setText(issue.getDetail()))
          .setDiagnostics(stored);
    }
  }
}
