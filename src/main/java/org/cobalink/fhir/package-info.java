/**
 * FHIR JSON in, facts out; reviews in, JSON out. Reads the Jackson tree, leniently: measured at an
 * eighth of the cost of a HAPI parse, and an order goes back exactly as it came
 * (docs/decisions/0001).
 */
package org.cobalink.fhir;
