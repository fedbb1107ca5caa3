package org.cobalink.facts;

/** A FHIR Annotation on a Condition: its text and who wrote it. */
public record Note(String text, Author author) {}
