package org.cobalink.facts;

import java.time.LocalDate;

/** Of the patient only what thresholds need. Sex is FHIR administrative gender, male or female. */
public record Patient(Fact<String> sex, Fact<LocalDate> birthDate) {}
