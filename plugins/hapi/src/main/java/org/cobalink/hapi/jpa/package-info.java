/**
 * The plugin for a HAPI FHIR JPA server on Spring Boot: CDS Hooks, {@code $b12-review} on what is
 * stored, and a review of what is being stored.
 */
package org.cobalink.hapi.jpa;
