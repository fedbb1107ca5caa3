package org.cobalink.terms;

/**
 * A FHIR Coding as the chart gave it, its system URI normalised.
 *
 * @param display the words beside the code; empty where there are none
 * @param userSelected whether a person chose this coding (FHIR Coding.userSelected)
 */
public record Coding(String system, String code, String display, boolean userSelected) {
  public Code asCode() {
    return new Code(system, code);
  }
}
