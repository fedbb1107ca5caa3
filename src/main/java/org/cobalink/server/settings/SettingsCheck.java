package org.cobalink.server.settings;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cobalink.server.operate.Certificate;

/** What single settings cannot tell: that they go together, and are safe. */
final class SettingsCheck {
  /** Asymmetric signatures alone (checklist items 65, 66). */
  private static final Set<String> ALGORITHMS =
      Set.of("ES256", "ES384", "ES512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512");

  private final Settings settings;
  private final List<String> problems;

  SettingsCheck(Settings settings, List<String> problems) {
    this.settings = settings;
    this.problems = problems;
  }

  void check() {
    if (settings.isOpen() && !settings.insecure() && !isLoopback(settings.host())) {
      problems.add(
          "host "
              + settings.host()
              + " can be reached by others and no client is configured: add clients, or set"
              + " insecure: true");
    }
    settings
        .publicUrl()
        .filter(u -> u.getPath().contains("/cds-services"))
        .ifPresent(u -> problems.add("publicUrl is the address without /cds-services"));
    if (!settings.isOpen() && settings.publicUrl().isEmpty()) {
      problems.add("publicUrl is missing: tokens are checked against it (aud)");
    }
    settings.cors().stream()
        .filter(o -> !o.matches("https?://[A-Za-z0-9.\\-]+(:[0-9]+)?"))
        .forEach(o -> problems.add("cors: not an origin like https://app.example.org: " + o));
    settings.tls().ifPresent(this::tls);
    storage(settings.storage());
    Set<String> ids = new HashSet<>();
    for (TrustedClient c : settings.clients()) {
      if (!ids.add(c.client().id())) {
        problems.add("clients: two have the id " + c.client().id());
      }
      client(c);
    }
  }

  private void client(TrustedClient c) {
    String at = "clients: " + c.client().id() + ": ";
    if (c.jku().isEmpty() && c.jwks().isEmpty()) {
      problems.add(at + "jku or jwks is missing, nothing to check its signature with");
    }
    c.jwks().ifPresent(f -> jwks(f, at));
    settings.clients().stream()
        .filter(
            o ->
                !o.client().id().equals(c.client().id())
                    && o.issuer().equals(c.issuer())
                    && !c.issuer().isEmpty())
        .filter(o -> o.tenants().equals(c.tenants()))
        .forEach(
            o -> problems.add(at + "issuer and tenants are those of " + o.client().id() + " too"));
    for (String a : new TreeSet<>(c.algorithms())) {
      if (!ALGORITHMS.contains(a)) {
        problems.add(at + "algorithms: " + a + " is none of " + new TreeSet<>(ALGORITHMS));
      }
    }
    c.jku().stream()
        .filter(u -> u.getScheme().equals("http") && !isLoopback(u.getHost()))
        .forEach(u -> problems.add(at + "jku must be https: " + u));
  }

  private void tls(Tls tls) {
    boolean pem = tls.certificate().isPresent() && tls.key().isPresent();
    boolean store = tls.keystore().isPresent();
    if (pem == store || tls.certificate().isPresent() != tls.key().isPresent()) {
      problems.add("tls needs either certificate and key, or keystore");
    }
    for (Optional<Path> file : List.of(tls.certificate(), tls.key(), tls.keystore())) {
      file.ifPresent(f -> readable(f, "tls"));
    }
    boolean all =
        Stream.of(tls.certificate(), tls.key(), tls.keystore())
            .flatMap(Optional::stream)
            .allMatch(Files::isReadable);
    if (pem != store && all) {
      Certificate.problem(tls).ifPresent(p -> problems.add("tls: " + p));
    }
  }

  private void jwks(Path file, String at) {
    try {
      if (JWKSet.load(file.toFile()).toPublicJWKSet().getKeys().isEmpty()) {
        problems.add(at + "jwks: no public key in " + file);
      }
    } catch (IOException | ParseException e) {
      problems.add(at + "jwks: cannot read a JWK Set from " + file);
    }
  }

  private void storage(Storage s) {
    boolean known =
        !s.isKept() || s.url().startsWith("jdbc:sqlite:") || s.url().startsWith("jdbc:postgresql:");
    if (!known) {
      problems.add("store.url is none, or begins with jdbc:sqlite: or jdbc:postgresql:");
    }
  }

  private void readable(Path file, String what) {
    if (!Files.isReadable(file)) {
      problems.add(what + ": cannot read " + file);
    }
  }

  /** A literal loopback address or localhost; no name is ever resolved. */
  private static boolean isLoopback(String host) {
    if (host.equals("localhost")) {
      return true;
    }
    boolean literal = host.matches("[0-9.]+") || host.contains(":");
    try {
      return literal && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
