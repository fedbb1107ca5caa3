package org.cobalink.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cobalink.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens of clients: the good ones, and every bad one there is (checklist items 61 to 72). */
class TokenTest {
  private static final String URL = "https://cobalink.example.org";
  private static final String SERVICE = URL + Calls.PATH;
  private static Issuer issuer;
  private static Service service;

  @BeforeAll
  static void start() throws Exception {
    issuer = new Issuer();
    service = service(issuer, "");
  }

  @AfterAll
  static void stop() {
    service.close();
    issuer.close();
  }

  private static Service service(Issuer issuer, String more) {
    return new Service(
        Service.settings(
            """
            publicUrl: %s
            clients:
              - id: ehr
                issuer: %s
                jku: %s
            %s
            """
                .formatted(URL, Issuer.NAME, issuer.jku(), more),
            Map.of()));
  }

  private static int status(String token) {
    return Calls.post(service, Calls.PATH, Calls.recode(), token).statusCode();
  }

  @Test
  void aGoodTokenOpensTheService() {
    assertThat(status(issuer.token(SERVICE))).isEqualTo(200);
    JWSHeader rsa = issuer.header(JWSAlgorithm.RS384, issuer.rsa).build();
    assertThat(status(Issuer.sign(rsa, Issuer.claims(SERVICE).build(), issuer.rsa))).isEqualTo(200);
  }

  @Test
  void moreClaimsThanTheStandardHasAreIgnored() {
    assertThat(
            status(
                issuer.token(
                    SERVICE,
                    c ->
                        c.subject("client-id")
                            .notBeforeTime(Date.from(Instant.now().minusSeconds(300)))
                            .claim("com.epic.anything", Map.of("a", 1))
                            .audience(List.of("https://other.example.org", SERVICE)))))
        .isEqualTo(200);
  }

  @Test
  void clocksMayDifferALittleAndTheTypeMayBeInLowerCase() {
    assertThat(status(issuer.token(SERVICE, c -> c.issueTime(in(-330)).expirationTime(in(-30)))))
        .isEqualTo(200);
    assertThat(status(issuer.token(SERVICE, c -> c.issueTime(in(30))))).isEqualTo(200);
    JWSHeader header =
        issuer.header(JWSAlgorithm.ES384, issuer.ec).type(new JOSEObjectType("jwt")).build();
    assertThat(status(Issuer.sign(header, Issuer.claims(SERVICE).build(), issuer.ec)))
        .isEqualTo(200);
  }

  @Test
  void theDiscoveryIsOpen() {
    assertThat(service.send(service.request("/cds-services")).statusCode()).isEqualTo(200);
  }

  @Test
  void theOperationTakesTokensForItsOwnAddressAndItsResourcesAreOpen() {
    String operation = "/fhir/$b12-review";
    String chart = "{\"resourceType\":\"Bundle\",\"type\":\"collection\"}";
    assertThat(operation(operation, chart, null)).isEqualTo(401);
    assertThat(operation(operation, chart, issuer.token(SERVICE))).isEqualTo(401);
    assertThat(operation(operation, chart, issuer.token(URL + operation))).isEqualTo(200);
    assertThat(service.send(service.request("/fhir/metadata").GET()).statusCode()).isEqualTo(200);
  }

  private static int operation(String path, String chart, String token) {
    HttpRequest.Builder request =
        service
            .request(path)
            .header("Content-Type", "application/fhir+json")
            .POST(HttpRequest.BodyPublishers.ofString(chart));
    return service
        .send(token == null ? request : request.header("Authorization", "Bearer " + token))
        .statusCode();
  }

  @Test
  void feedbackTakesItsOwnAddressAndThatOfTheService() {
    String path = Calls.PATH + "/feedback";
    // 404: this service keeps no feedback; it is past the token that this is told
    for (String audience : List.of(SERVICE, SERVICE + "/feedback")) {
      assertThat(
              Calls.post(service, path, Map.of("feedback", List.of()), issuer.token(audience))
                  .statusCode())
          .isEqualTo(404);
    }
    assertThat(Calls.post(service, path, Map.of("feedback", List.of()), null).statusCode())
        .isEqualTo(401);
  }

  @Test
  void aTokenIsTakenOnce() {
    String token = issuer.token(SERVICE);
    assertThat(status(token)).isEqualTo(200);
    assertThat(status(token)).isEqualTo(401);
  }

  private record Bad(String name, Function<Issuer, String> token) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Bad claims(String name, java.util.function.Consumer<JWTClaimsSet.Builder> change) {
    return new Bad(name, i -> i.token(SERVICE, change));
  }

  private static Date in(long seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  static List<Bad> bad() throws Exception {
    JWK stranger = new ECKeyGenerator(Curve.P_384).keyID("ec+/=1").generate();
    JWK small = new ECKeyGenerator(Curve.P_256).keyID("ec+/=1").generate();
    JWK unknown = new RSAKeyGenerator(2048).keyID("nobody").generate();
    OctetSequenceKey secret = new OctetSequenceKeyGenerator(384).keyID("rsa-1").generate();
    return List.of(
        new Bad("no token at all", i -> null),
        new Bad("no token but a word", i -> "nonsense"),
        new Bad("an empty one", i -> " "),
        new Bad("three dots", i -> "..."),
        new Bad("alg none", i -> new PlainJWT(Issuer.claims(SERVICE).build()).serialize()),
        new Bad(
            "alg none, signature of another",
            i ->
                "eyJhbGciOiJub25lIiwidHlwIjoiSldUIiwia2lkIjoicnNhLTEifQ"
                    + i.token(SERVICE).substring(i.token(SERVICE).indexOf('.'))),
        new Bad(
            "symmetric",
            i ->
                Issuer.sign(
                    i.header(JWSAlgorithm.HS384, secret).build(),
                    Issuer.claims(SERVICE).build(),
                    secret)),
        new Bad(
            "symmetric, keyed with our public key",
            i -> {
              OctetSequenceKey pub =
                  new OctetSequenceKey.Builder(
                          i.rsa.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))
                      .keyID("rsa-1")
                      .build();
              return Issuer.sign(
                  i.header(JWSAlgorithm.HS384, pub).build(), Issuer.claims(SERVICE).build(), pub);
            }),
        new Bad(
            "an algorithm not allowed to this client",
            i ->
                Issuer.sign(
                    i.header(JWSAlgorithm.RS256, i.rsa).build(),
                    Issuer.claims(SERVICE).build(),
                    i.rsa)),
        new Bad(
            "a stranger's key under our kid",
            i ->
                Issuer.sign(
                    i.header(JWSAlgorithm.ES384, stranger).build(),
                    Issuer.claims(SERVICE).build(),
                    stranger)),
        new Bad(
            "a weaker curve",
            i ->
                Issuer.sign(
                    i.header(JWSAlgorithm.ES256, small).build(),
                    Issuer.claims(SERVICE).build(),
                    small)),
        new Bad(
            "an unknown kid",
            i ->
                Issuer.sign(
                    i.header(JWSAlgorithm.RS384, unknown).build(),
                    Issuer.claims(SERVICE).build(),
                    unknown)),
        new Bad(
            "no kid",
            i ->
                Issuer.sign(
                    i.header(JWSAlgorithm.ES384, i.ec).keyID(null).build(),
                    Issuer.claims(SERVICE).build(),
                    i.ec)),
        new Bad(
            "another typ",
            i ->
                Issuer.sign(
                    i.header(JWSAlgorithm.ES384, i.ec).type(new JOSEObjectType("at+jwt")).build(),
                    Issuer.claims(SERVICE).build(),
                    i.ec)),
        new Bad(
            "a jku that is not listed",
            i ->
                Issuer.sign(
                    i.header(JWSAlgorithm.ES384, i.ec)
                        .jwkURL(URI.create(i.jku() + "/../jwks"))
                        .build(),
                    Issuer.claims(SERVICE).build(),
                    i.ec)),
        new Bad(
            "the key in its own header",
            i ->
                Issuer.sign(
                    i.header(JWSAlgorithm.ES384, stranger).jwk(stranger.toPublicJWK()).build(),
                    Issuer.claims(SERVICE).build(),
                    stranger)),
        new Bad(
            "a critical header nobody knows",
            i ->
                Issuer.sign(
                    i.header(JWSAlgorithm.ES384, i.ec)
                        .criticalParams(java.util.Set.of("http://x.example.org"))
                        .customParam("http://x.example.org", true)
                        .build(),
                    Issuer.claims(SERVICE).build(),
                    i.ec)),
        new Bad(
            "changed after signing",
            i -> {
              String[] parts = i.token(SERVICE).split("\\.");
              return parts[0]
                  + "."
                  + com.nimbusds.jose.util.Base64URL.encode(
                      Issuer.claims(SERVICE).build().toString())
                  + "."
                  + parts[2];
            }),
        claims("another issuer", c -> c.issuer("https://elsewhere.example.org")),
        claims("no issuer", c -> c.issuer(null)),
        claims("no aud", c -> c.audience((String) null)),
        claims("the aud of another service", c -> c.audience(URL + "/cds-services/other")),
        claims(
            "the aud of another host", c -> c.audience("https://other.example.org" + Calls.PATH)),
        claims("an aud that only begins like ours", c -> c.audience(SERVICE + "-2")),
        claims("no exp", c -> c.expirationTime(null)),
        claims("expired", c -> c.issueTime(in(-600)).expirationTime(in(-120))),
        claims("no iat", c -> c.issueTime(null)),
        claims("issued in the future", c -> c.issueTime(in(300)).expirationTime(in(600))),
        claims("living too long", c -> c.expirationTime(in(7_200))),
        claims("not yet valid", c -> c.notBeforeTime(in(200))),
        claims("no jti", c -> c.jwtID(null)),
        claims("a jti of blanks", c -> c.jwtID("  ")),
        claims("an endless jti", c -> c.jwtID("x".repeat(300))));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void isRefusedWithoutAWordWhy(Bad bad) {
    HttpResponse<byte[]> response =
        Calls.post(service, Calls.PATH, Calls.recode(), bad.token.apply(issuer));
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(new String(response.body(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"login\",\"details\":{\"text\":\"authentication is needed\"}}]}");
  }

  @Test
  void aTenantThatIsNotLetInIs403() throws Exception {
    try (Issuer other = new Issuer();
        Service one = service(other, "    tenants: [north]")) {
      String north = other.token(SERVICE, c -> c.claim("tenant", "north"));
      String south = other.token(SERVICE, c -> c.claim("tenant", "south"));
      assertThat(Calls.post(one, Calls.PATH, Calls.recode(), north).statusCode()).isEqualTo(200);
      assertThat(Calls.post(one, Calls.PATH, Calls.recode(), south).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void aNewKeyIsFetchedOnceAndUnknownOnesDoNotMakeUsFetchAgain() throws Exception {
    try (Issuer other = new Issuer();
        Service one = service(other, "")) {
      assertThat(Calls.post(one, Calls.PATH, Calls.recode(), other.token(SERVICE)).statusCode())
          .isEqualTo(200);
      other.rotate();
      assertThat(Calls.post(one, Calls.PATH, Calls.recode(), other.token(SERVICE)).statusCode())
          .isEqualTo(200);
      int asked = other.timesAsked();
      JWK nobody = new RSAKeyGenerator(2048).keyID("nobody").generate();
      for (int i = 0; i < 5; i++) {
        String token =
            Issuer.sign(
                other.header(JWSAlgorithm.RS384, nobody).build(),
                Issuer.claims(SERVICE).build(),
                nobody);
        assertThat(Calls.post(one, Calls.PATH, Calls.recode(), token).statusCode()).isEqualTo(401);
      }
      assertThat(other.timesAsked() - asked).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void anAudienceOfTheSitesOwnIsTakenWhereConfigured() throws Exception {
    try (Issuer other = new Issuer();
        Service one = service(other, "    audiences: [sand_man]")) {
      assertThat(Calls.post(one, Calls.PATH, Calls.recode(), other.token("sand_man")).statusCode())
          .isEqualTo(200);
    }
  }
}
