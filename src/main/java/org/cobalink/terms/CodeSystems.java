package org.cobalink.terms;

import java.util.Map;
import java.util.Set;

/** Canonical URIs of the code systems we read, and the other names they go by. */
public final class CodeSystems {
  public static final String ICD10CM = "http://hl7.org/fhir/sid/icd-10-cm";
  public static final String SNOMED = "http://snomed.info/sct";
  public static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
  public static final String NDC = "http://hl7.org/fhir/sid/ndc";
  public static final String HCPCS = "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";
  public static final String CPT = "http://www.ama-assn.org/go/cpt";
  public static final String LOINC = "http://loinc.org";
  public static final String ATC = "http://www.whocc.no/atc";

  /** Our own: why a review came to its verdict. */
  public static final String FINDING = "http://cobalink.org/fhir/CodeSystem/finding";

  /** Systems that name drugs or procedures, never a diagnosis. */
  public static final Set<String> NOT_DIAGNOSES = Set.of(RXNORM, NDC, HCPCS, CPT, ATC, LOINC);

  private static final Set<String> COMMON = Set.of(ICD10CM, SNOMED, RXNORM, LOINC);

  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("urn:oid:2.16.840.1.113883.6.90", ICD10CM),
          Map.entry("2.16.840.1.113883.6.90", ICD10CM),
          Map.entry("icd-10-cm", ICD10CM),
          Map.entry("http://hl7.org/fhir/sid/icd-10-us", ICD10CM),
          Map.entry("https://hl7.org/fhir/sid/icd-10-cm", ICD10CM),
          Map.entry("http://www.cms.gov/medicare/coding/icd10", ICD10CM),
          Map.entry("https://www.cms.gov/medicare/coding/icd10", ICD10CM),
          Map.entry("urn:oid:2.16.840.1.113883.6.96", SNOMED),
          Map.entry("2.16.840.1.113883.6.96", SNOMED),
          Map.entry("urn:oid:2.16.840.1.113883.6.88", RXNORM),
          Map.entry("2.16.840.1.113883.6.88", RXNORM),
          Map.entry("urn:oid:2.16.840.1.113883.6.69", NDC),
          Map.entry("urn:oid:2.16.840.1.113883.6.1", LOINC),
          Map.entry("urn:oid:2.16.840.1.113883.6.73", ATC),
          Map.entry("urn:oid:2.16.840.1.113883.6.12", CPT),
          Map.entry("urn:oid:2.16.840.1.113883.6.285", HCPCS),
          Map.entry("urn:oid:2.16.840.1.113883.6.14", HCPCS),
          Map.entry("http://terminology.hl7.org/codesystem/hcpcs", HCPCS),
          Map.entry("http://www.cms.gov/medicare/coding/hcpcsreleasecodesets", HCPCS),
          Map.entry("https://www.cms.gov/medicare/coding/hcpcsreleasecodesets", HCPCS),
          Map.entry("urn:oid:2.16.840.1.113883.6.103", "http://hl7.org/fhir/sid/icd-9-cm"));

  private CodeSystems() {}

  /** The canonical URI for a system as a chart wrote it; the same text where it is not known. */
  public static String canonical(String system) {
    String s = system.strip();
    if (COMMON.contains(s)) {
      return s;
    }
    return ALIASES.getOrDefault(s.toLowerCase(java.util.Locale.ROOT), s);
  }
}
