package org.cobalink.hapi.jpa;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenParam;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;

/**
 * Findings kept in the server as DetectedIssues, one for each finding about an order or
 * administration. Reviewed again, the same finding is the same resource; one that is no longer
 * raised becomes {@code cancelled}.
 */
final class IssueStore implements StorageReview.Outcome {
  static final String OF = "http://cobalink.org/fhir/NamingSystem/reviewed";
  private final DaoRegistry daos;

  IssueStore(DaoRegistry daos) {
    this.daos = daos;
  }

  @Override
  public void found(String stored, List<DetectedIssue> issues, IBaseResource response) {
    IFhirResourceDao<DetectedIssue> kept = daos.getResourceDao(DetectedIssue.class);
    RequestDetails ours = new SystemRequestDetails();
    Set<String> raised = new HashSet<>();
    for (DetectedIssue issue : issues) {
      issue.setId(id(stored, issue.getCode().getCodingFirstRep().getCode()));
      issue.addIdentifier().setSystem(OF).setValue(stored);
      // by identifier: a literal reference would keep the server from deleting what was reviewed
      issue.getImplicatedFirstRep().setReference(null).setDisplay(stored);
      issue.getImplicatedFirstRep().getIdentifier().setSystem(OF).setValue(stored);
      raised.add(issue.getIdPart());
      kept.update(issue, ours);
    }
    SearchParameterMap earlier =
        SearchParameterMap.newSynchronous("identifier", new TokenParam(OF, stored));
    for (DetectedIssue issue : kept.searchForResources(earlier, ours)) {
      if (!raised.contains(issue.getIdPart())
          && issue.getStatus() != DetectedIssueStatus.CANCELLED) {
        issue.setStatus(DetectedIssueStatus.CANCELLED);
        kept.update(issue, ours);
      }
    }
  }

  private static String id(String stored, String finding) {
    return UUID.nameUUIDFromBytes((stored + "\n" + finding).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
