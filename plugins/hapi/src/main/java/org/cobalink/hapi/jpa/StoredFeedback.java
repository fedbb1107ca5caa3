package org.cobalink.hapi.jpa;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.cobalink.hooks.BadCall;
import org.cobalink.hooks.Client;
import org.cobalink.hooks.Decision;
import org.cobalink.hooks.Feedback;
import org.cobalink.hooks.HookService;
import org.cobalink.hooks.Journal;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.StringType;

/**
 * Feedback as AuditEvents of the server: stored when this returns, each item once however often it
 * is sent. Decisions are not kept here.
 */
final class StoredFeedback implements Journal {
  private static final System.Logger LOG = System.getLogger(StoredFeedback.class.getName());
  private final DaoRegistry daos;
  private final Clock clock;

  StoredFeedback(DaoRegistry daos, Clock clock) {
    this.daos = daos;
    this.clock = clock;
  }

  @Override
  public void decided(List<Decision> decisions) {}

  @Override
  public boolean keepsFeedback() {
    return daos.isResourceTypeSupported("AuditEvent");
  }

  @Override
  public void feedback(Client client, List<Feedback> items) {
    IFhirResourceDao<AuditEvent> events = daos.getResourceDao(AuditEvent.class);
    try {
      items.forEach(f -> keep(events, event(client, f)));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "feedback cannot be stored: {0}", e.getClass().getName());
      throw new BadCall(503, "transient", List.of("feedback cannot be stored now; send it again"));
    }
  }

  private static void keep(IFhirResourceDao<AuditEvent> events, AuditEvent event) {
    RequestDetails ours = new SystemRequestDetails();
    try {
      events.read(new IdType("AuditEvent", event.getIdPart()), ours);
    } catch (ResourceNotFoundException | ResourceGoneException e) {
      events.update(event, ours);
    }
  }

  private AuditEvent event(Client client, Feedback f) {
    AuditEvent event = new AuditEvent();
    event.setId(f.id(client.id()));
    event
        .getType()
        .setSystem("http://terminology.hl7.org/CodeSystem/audit-event-type")
        .setCode("rest")
        .setDisplay("RESTful Operation");
    event.setAction(AuditEvent.AuditEventAction.E);
    event.setRecorded(Date.from(clock.instant()));
    event.setOutcome(AuditEvent.AuditEventOutcome._0);
    event.getPeriod().setStart(Date.from(f.timestamp())).setEnd(Date.from(f.timestamp()));
    event.addAgent().setRequestor(true).setName(client.id());
    event.getSource().getObserver().setDisplay("Cobalink");
    AuditEventEntityComponent card = event.addEntity();
    card.getWhat().getIdentifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:" + f.card());
    card.setName(HookService.ID);
    card.setDescription("CDS Hooks feedback");
    detail(card, "outcome", f.outcome());
    f.suggestions().forEach(s -> detail(card, "acceptedSuggestion", s));
    detail(card, "overrideReason", f.reason());
    detail(card, "overrideReasonSystem", f.reasonSystem());
    return event;
  }

  private static void detail(AuditEventEntityComponent card, String type, String value) {
    if (!value.isEmpty()) {
      card.addDetail().setType(type).setValue(new StringType(value));
    }
  }
}
