/** The review inside HAPI FHIR: an operation for any RestfulServer, and our own small one. */
package org.cobalink.hapi;
