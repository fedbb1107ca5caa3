package org.cobalink.hapi;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.param.UriParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MetadataResource;

/** Reads and searches the conformance resources of one type; nothing can be stored. */
public final class Shelf implements IResourceProvider {
  private final Class<? extends MetadataResource> type;
  private final List<MetadataResource> resources;

  Shelf(Class<? extends MetadataResource> type, List<MetadataResource> resources) {
    this.type = type;
    this.resources = resources;
  }

  @Override
  public Class<? extends MetadataResource> getResourceType() {
    return type;
  }

  @Read
  public MetadataResource read(@IdParam IdType id) {
    return resources.stream()
        .filter(r -> r.getIdElement().getIdPart().equals(id.getIdPart()))
        .findFirst()
        .orElseThrow(() -> new ResourceNotFoundException(id));
  }

  @Search
  public List<MetadataResource> search(
      @OptionalParam(name = "_id") TokenParam id,
      @OptionalParam(name = "url") UriParam url,
      @OptionalParam(name = "name") StringParam name) {
    return resources.stream()
        .filter(r -> id == null || r.getIdElement().getIdPart().equals(id.getValue()))
        .filter(r -> url == null || r.getUrl().equals(url.getValue()))
        .filter(r -> name == null || lower(r.getName()).startsWith(lower(name.getValue())))
        .toList();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
