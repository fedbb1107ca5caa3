package org.cobalink.knowledge;

/**
 * A line of findings.tsv.
 *
 * @param code the finding, which is also the card's topic
 * @param leadsTo the verdict it leads to by itself; supported for advice
 * @param severity info or warning
 */
public record FindingKind(String code, String leadsTo, String severity, String display) {}
