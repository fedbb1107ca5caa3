package org.cobalink.knowledge;

/**
 * A laboratory test that is evidence (labs.tsv).
 *
 * @param valueSet name of the ValueSet of its codes in fhir-profiles
 * @param supportsWhen the reading, low or high, that points to B12 deficiency or anemia
 */
public record Lab(String id, String name, String valueSet, String supportsWhen) {
  static Lab parse(Tsv.Line line) {
    return new Lab(
        line.get("lab"), line.get("name"), line.get("valueSet"), line.get("supportsWhen"));
  }
}
