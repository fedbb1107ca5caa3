package org.cobalink.server.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cobalink.hooks.Client;

/**
 * A client that may call, and how it proves who it is (CDS Hooks 2.0.1, "Trusting CDS Clients").
 *
 * @param issuer the {@code iss} of its tokens
 * @param jku where its keys may be fetched; a token may name no other place
 * @param jwks a file with its keys, for one that publishes none
 * @param algorithms JWS algorithms it may sign with; never none, never symmetric
 * @param audiences values of {@code aud} taken besides the address of the endpoint
 * @param tenants names of tenants let in; empty for any
 * @param longestToken from {@code iat} to {@code exp}
 * @param skew how far clocks may differ
 * @param fhirServers base URLs of its EHR that may be read from; nothing else ever is
 * @param searchByPost searches by {@code POST _search}, so that no id stands in a URL
 * @param fetchBudget time for all that is read from the EHR in one call
 * @param keepsComments whether the free text of its feedback is stored
 */
public record TrustedClient(
    Client client,
    String issuer,
    List<URI> jku,
    Optional<Path> jwks,
    Set<String> algorithms,
    Set<String> audiences,
    Set<String> tenants,
    Duration longestToken,
    Duration skew,
    List<URI> fhirServers,
    boolean searchByPost,
    Duration fetchBudget,
    boolean keepsComments) {}
