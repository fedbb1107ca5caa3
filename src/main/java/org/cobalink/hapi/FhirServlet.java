package org.cobalink.hapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.interceptor.ResponseHighlighterInterceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cobalink.fhir.FhirPackage;
import org.hl7.fhir.r4.model.MetadataResource;

/**
 * A FHIR endpoint with {@code $b12-review} and the resources of the package, JSON, XML and HTML. It
 * keeps nothing. Making one loads HAPI: about a second.
 */
public final class FhirServlet extends RestfulServer {
  private static final long serialVersionUID = 1L;
  private final transient ReviewOperation review;

  public FhirServlet(ReviewOperation review) {
    super(FhirContext.forR4());
    this.review = review;
  }

  @Override
  protected void initialize() {
    setServerName("Cobalink");
    setServerVersion(FhirPackage.manifest().path("version").asText());
    setImplementationDescription("Review of vitamin B12 injections");
    setDefaultResponseEncoding(EncodingEnum.JSON);
    registerInterceptor(new ResponseHighlighterInterceptor());
    registerProvider(new B12ReviewProvider(getFhirContext(), review));
    Map<String, List<MetadataResource>> shelves = new TreeMap<>();
    for (FhirPackage.Item item : FhirPackage.items()) {
      if (!item.example()) {
        MetadataResource resource =
            (MetadataResource)
                getFhirContext().newJsonParser().parseResource(item.resource().toString());
        shelves.computeIfAbsent(item.type(), t -> new ArrayList<>()).add(resource);
      }
    }
    shelves.values().forEach(s -> registerProvider(new Shelf(s.get(0).getClass(), s)));
  }
}
