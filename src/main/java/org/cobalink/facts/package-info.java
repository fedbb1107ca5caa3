/** What a chart says, in plain values. No FHIR, no JSON: the {@code fhir} package makes these. */
package org.cobalink.facts;
