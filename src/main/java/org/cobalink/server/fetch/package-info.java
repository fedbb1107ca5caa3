/** Reads from the EHR what was not prefetched: only listed servers, only for the call at hand. */
package org.cobalink.server.fetch;
