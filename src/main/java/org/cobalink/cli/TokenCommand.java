package org.cobalink.cli;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "token",
    description = {
      "Sign a token as a client would (ES384, 300 seconds), to try a service.",
      "The first time it makes a key, and KEY.public.json for the client's jwks setting."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class TokenCommand implements Callable<Integer> {
  private static final long SECONDS = 300;

  @Option(names = "--key", required = true, description = "File of the private key (JWK).")
  Path key;

  @Option(names = "--issuer", required = true, description = "iss, as the settings have it.")
  String issuer;

  @Option(names = "--audience", required = true, description = "aud: the address that is called.")
  String audience;

  @Override
  public Integer call() throws IOException, JOSEException, ParseException {
    ECKey own = Files.exists(key) ? ECKey.parse(Files.readString(key)) : made();
    Instant now = Instant.now();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES384)
                .type(JOSEObjectType.JWT)
                .keyID(own.getKeyID())
                .build(),
            new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(SECONDS)))
                .jwtID(UUID.randomUUID().toString())
                .build());
    token.sign(new ECDSASigner(own));
    System.out.println(token.serialize());
    return 0;
  }

  private ECKey made() throws IOException, JOSEException {
    ECKey made = new ECKeyGenerator(Curve.P_384).keyID(UUID.randomUUID().toString()).generate();
    Files.createFile(
        key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(key, made.toJSONString() + "\n");
    Files.writeString(
        Path.of(key + ".public.json"), new JWKSet(made.toPublicJWK()).toString() + "\n");
    return made;
  }
}
