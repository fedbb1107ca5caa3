package org.cobalink.server.trust;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Key;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cobalink.hooks.BadCall;
import org.cobalink.hooks.Client;
import org.cobalink.http.Trust;
import org.cobalink.server.settings.TrustedClient;

/**
 * Takes the JSON Web Tokens of configured clients (CDS Hooks 2.0.1, "Trusting CDS Clients";
 * docs/conformance.md items 62 to 72). Whatever is wrong, the answer is the same 401; why is
 * counted and logged without the token.
 */
public final class TokenTrust implements Trust {
  private static final System.Logger LOG = System.getLogger(TokenTrust.class.getName());
  private static final String BEARER = "Bearer ";
  private static final String FEEDBACK = "/feedback";
  private static final int LONGEST_TOKEN = 8_000;
  private static final int LONGEST_JTI = 255;
  private final List<TrustedClient> clients;
  private final String publicUrl;
  private final Replays replays;
  private final Clock clock;
  private final Map<URI, JWKSource<SecurityContext>> published = new HashMap<>();
  private final Map<TrustedClient, JWKSource<SecurityContext>> files = new HashMap<>();

  /**
   * @param publicUrl what {@code aud} begins with
   */
  public TokenTrust(List<TrustedClient> clients, URI publicUrl, Replays replays, Clock clock) {
    this.clients = List.copyOf(clients);
    String url = publicUrl.toString();
    this.publicUrl = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    this.replays = replays;
    this.clock = clock;
    for (TrustedClient c : clients) {
      c.jku().forEach(u -> published.computeIfAbsent(u, Keys::at));
      c.jwks().ifPresent(f -> files.put(c, Keys.in(c, f)));
    }
  }

  /** Why a token is not taken. Never told to the caller. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why, null, false, false);
    }
  }

  @Override
  public Client caller(HttpServletRequest request) {
    try {
      return verified(request).client();
    } catch (Refused e) {
      LOG.log(System.Logger.Level.WARNING, "a call was refused: {0}", e.getMessage());
      throw new BadCall(401, "login", List.of("authentication is needed"));
    }
  }

  private TrustedClient verified(HttpServletRequest request) throws Refused {
    String header = request.getHeader("Authorization");
    check(header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length()), "no token");
    check(header.length() < LONGEST_TOKEN, "the token is too long");
    SignedJWT token;
    JWTClaimsSet claims;
    try {
      token = SignedJWT.parse(header.substring(BEARER.length()).strip());
      claims = token.getJWTClaimsSet();
    } catch (ParseException | IllegalArgumentException e) {
      throw new Refused("no signed JSON Web Token");
    }
    TrustedClient client = client(claims, token.getHeader());
    verify(token, client);
    claims(claims, client, request.getRequestURI());
    boolean tenant = client.tenants().isEmpty() || client.tenants().contains(tenant(claims));
    if (!tenant) {
      LOG.log(System.Logger.Level.WARNING, "tenant refused for {0}", client.client().id());
      throw new BadCall(403, "forbidden", List.of("not permitted"));
    }
    Instant expires = claims.getExpirationTime().toInstant().plus(client.skew());
    check(
        replays.isFirst(client.issuer(), claims.getJWTID(), expires),
        "the token was used before: " + client.client().id());
    return client;
  }

  /** Of several clients of one issuer, the one whose tenants or key address fit. */
  private TrustedClient client(JWTClaimsSet claims, JWSHeader header) throws Refused {
    List<TrustedClient> known =
        clients.stream().filter(c -> c.issuer().equals(claims.getIssuer())).toList();
    check(!known.isEmpty(), "unknown issuer");
    Optional<TrustedClient> fitting =
        known.stream()
            .filter(c -> header.getJWKURL() == null || c.jku().contains(header.getJWKURL()))
            .max(
                java.util.Comparator.comparing(
                    c -> c.tenants().contains(tenant(claims)) ? 2 : c.tenants().isEmpty() ? 1 : 0));
    return fitting.orElseThrow(() -> new Refused("unknown jku"));
  }

  private void verify(SignedJWT token, TrustedClient client) throws Refused {
    JWSHeader header = token.getHeader();
    String id = client.client().id();
    check(client.algorithms().contains(header.getAlgorithm().getName()), "algorithm: " + id);
    check(header.getKeyID() != null && !header.getKeyID().isBlank(), "no kid: " + id);
    check(
        header.getType() != null && header.getType().getType().equalsIgnoreCase("JWT"),
        "typ is not JWT: " + id);
    try {
      for (Key key : keys(header, client)) {
        JWSVerifier verifier = new DefaultJWSVerifierFactory().createJWSVerifier(header, key);
        if (token.verify(verifier)) {
          return;
        }
      }
    } catch (JOSEException e) {
      throw new Refused("the signature cannot be checked: " + id);
    }
    throw new Refused("signature: " + id);
  }

  /** Keys of this kid whose type fits the algorithm. */
  private List<? extends Key> keys(JWSHeader header, TrustedClient client) throws JOSEException {
    JWKSource<SecurityContext> source =
        header.getJWKURL() != null
            ? published.get(header.getJWKURL())
            : client.jwks().isPresent() ? files.get(client) : published.get(client.jku().get(0));
    return new JWSVerificationKeySelector<>(header.getAlgorithm(), source)
        .selectJWSKeys(header, null);
  }

  private void claims(JWTClaimsSet claims, TrustedClient client, String path) throws Refused {
    String id = client.client().id();
    Instant now = clock.instant();
    String endpoint = publicUrl + path;
    String service =
        endpoint.endsWith(FEEDBACK)
            ? endpoint.substring(0, endpoint.length() - FEEDBACK.length())
            : endpoint;
    Set<String> audience = claims.getAudience().stream().collect(Collectors.toSet());
    check(
        audience.contains(endpoint)
            || audience.contains(service)
            || audience.stream().anyMatch(client.audiences()::contains),
        "aud: " + id);
    Instant issued = time(claims.getIssueTime(), "iat", id);
    Instant expires = time(claims.getExpirationTime(), "exp", id);
    check(expires.plus(client.skew()).isAfter(now), "expired: " + id);
    check(!issued.minus(client.skew()).isAfter(now), "iat is in the future: " + id);
    check(!expires.isAfter(issued.plus(client.longestToken())), "lives too long: " + id);
    Date notBefore = claims.getNotBeforeTime();
    check(
        notBefore == null || !notBefore.toInstant().minus(client.skew()).isAfter(now),
        "not yet valid: " + id);
    String jti = claims.getJWTID();
    check(jti != null && !jti.isBlank() && jti.length() <= LONGEST_JTI, "no jti: " + id);
  }

  private static Instant time(Date date, String claim, String id) throws Refused {
    check(date != null, "no " + claim + ": " + id);
    return date.toInstant();
  }

  private static String tenant(JWTClaimsSet claims) {
    return claims.getClaim("tenant") instanceof String t ? t : "";
  }

  private static void check(boolean holds, String why) throws Refused {
    if (!holds) {
      throw new Refused(why);
    }
  }
}
