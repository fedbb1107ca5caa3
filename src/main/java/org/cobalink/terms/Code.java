package org.cobalink.terms;

/**
 * A code in a code system, as FHIR Coding.system and Coding.code.
 *
 * @param system the canonical URI of the code system; empty where the chart gave none
 * @param code the code as the system writes it
 */
public record Code(String system, String code) {}
