package org.cobalink.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** An issuer of tokens, good and bad, that publishes its keys on loopback. */
final class Issuer implements AutoCloseable {
  static final String NAME = "https://ehr.example.org";
  private final HttpServer http;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile String keys;
  JWK ec;
  final JWK rsa;

  Issuer() throws JOSEException, IOException {
    ec = new ECKeyGenerator(Curve.P_384).keyID("ec+/=1").generate();
    rsa = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
    publish();
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext(
        "/jwks",
        e -> {
          asked.incrementAndGet();
          byte[] body = keys.getBytes(StandardCharsets.UTF_8);
          e.sendResponseHeaders(200, body.length);
          try (OutputStream out = e.getResponseBody()) {
            out.write(body);
          }
        });
    http.start();
  }

  private void publish() {
    keys = new JWKSet(java.util.List.of(ec, rsa)).toString(true);
  }

  /** A new elliptic-curve key takes the place of the old. */
  void rotate() throws JOSEException {
    ec = new ECKeyGenerator(Curve.P_384).keyID("ec-2").generate();
    publish();
  }

  int timesAsked() {
    return asked.get();
  }

  URI jku() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/jwks");
  }

  /** Claims that are right for an endpoint. */
  static JWTClaimsSet.Builder claims(String audience) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(NAME)
        .audience(audience)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)))
        .jwtID(UUID.randomUUID().toString());
  }

  JWSHeader.Builder header(JWSAlgorithm algorithm, JWK key) {
    return new JWSHeader.Builder(algorithm)
        .keyID(key.getKeyID())
        .type(JOSEObjectType.JWT)
        .jwkURL(jku());
  }

  /** A good token. */
  String token(String audience) {
    return token(audience, c -> {});
  }

  String token(String audience, Consumer<JWTClaimsSet.Builder> change) {
    JWTClaimsSet.Builder claims = claims(audience);
    change.accept(claims);
    return sign(header(JWSAlgorithm.ES384, ec).build(), claims.build(), ec);
  }

  static String sign(JWSHeader header, JWTClaimsSet claims, JWK key) {
    try {
      SignedJWT token = new SignedJWT(header, claims);
      JWSSigner signer = new DefaultJWSSignerFactory().createJWSSigner(key, header.getAlgorithm());
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
