package org.cobalink.knowledge;

/**
 * A line of findings.tsv.
 *
 * @param leadsTo the verdict it usually leads to; supported for advice
 * @param severity info or warning
 * @param display a few words for lists
 * @param why why it matters
 * @param answer what whoever reads it can do
 */
public record FindingKind(
    String code, String leadsTo, String severity, String display, String why, String answer) {}
