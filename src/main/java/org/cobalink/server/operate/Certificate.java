package org.cobalink.server.operate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cobalink.server.settings.Tls;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The server's certificate, read again when its files change; a bad new one leaves the old. */
public final class Certificate implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Certificate.class.getName());
  private static final char[] INSIDE = "in memory only".toCharArray();
  private static final long LOOK_SECONDS = 5;
  private final Tls tls;
  private final SslContextFactory.Server ssl = new SslContextFactory.Server();
  private final Thread watcher = new Thread(this::watch, "certificate");

  public Certificate(Tls tls) throws IOException, GeneralSecurityException {
    this.tls = tls;
    load(ssl);
    watcher.setDaemon(true);
    watcher.start();
  }

  /** Why the files cannot be used; empty where they can. */
  public static Optional<String> problem(Tls tls) {
    try {
      KeyStore store = store(tls);
      String alias = store.aliases().nextElement();
      char[] password = tls.keystore().isPresent() ? tls.password().toCharArray() : INSIDE;
      PrivateKey key = (PrivateKey) store.getKey(alias, password);
      java.security.cert.Certificate own = store.getCertificate(alias);
      if (key == null || !fits(key, own)) {
        return Optional.of("the key is not that of the certificate");
      }
      return Optional.empty();
    } catch (IOException | GeneralSecurityException | NoSuchElementException e) {
      return Optional.of(e.getMessage());
    }
  }

  private static boolean fits(PrivateKey key, java.security.cert.Certificate certificate)
      throws GeneralSecurityException {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
      return false;
    }
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update((byte) 1);
    byte[] signed = signature.sign();
    signature.initVerify(certificate);
    signature.update((byte) 1);
    return signature.verify(signed);
  }

  public SslContextFactory.Server ssl() {
    return ssl;
  }

  private void load(SslContextFactory factory) throws IOException, GeneralSecurityException {
    Optional<String> problem = problem(tls);
    if (problem.isPresent()) {
      throw new GeneralSecurityException(problem.get());
    }
    factory.setKeyStorePassword(tls.keystore().isPresent() ? tls.password() : new String(INSIDE));
    factory.setKeyStore(store(tls));
  }

  private static KeyStore store(Tls tls) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    if (tls.keystore().isPresent()) {
      try (InputStream in = Files.newInputStream(tls.keystore().get())) {
        store.load(in, tls.password().toCharArray());
      }
    } else {
      store.load(null, null);
      store.setKeyEntry(
          "server",
          key(tls.key().orElseThrow()),
          INSIDE,
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(Files.readAllBytes(tls.certificate().orElseThrow())))
              .toArray(java.security.cert.Certificate[]::new));
    }
    return store;
  }

  private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
    String pem = Files.readString(file);
    String begin = "-----BEGIN PRIVATE KEY-----";
    int from = pem.indexOf(begin);
    int to = pem.indexOf("-----END PRIVATE KEY-----");
    if (from < 0 || to < from) {
      throw new InvalidKeySpecException(
          file
              + " holds no unencrypted PKCS8 private key; openssl pkcs8 -topk8 -nocrypt makes one");
    }
    byte[] der = Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to).strip());
    for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
      } catch (InvalidKeySpecException e) {
        // the next kind
      }
    }
    throw new InvalidKeySpecException(file + " holds no RSA, EC or EdDSA key");
  }

  private void watch() {
    List<FileTime> seen = times();
    while (!Thread.currentThread().isInterrupted()) {
      try {
        TimeUnit.SECONDS.sleep(LOOK_SECONDS);
        List<FileTime> now = times();
        if (!now.equals(seen)) {
          seen = now;
          ssl.reload(this::reload);
          LOG.log(System.Logger.Level.INFO, "the certificate was read again");
        }
      } catch (InterruptedException e) {
        return;
      } catch (Exception e) {
        LOG.log(
            System.Logger.Level.ERROR,
            "the changed certificate cannot be used, the old one stays: {0}",
            e.getClass().getName());
      }
    }
  }

  private void reload(SslContextFactory factory) {
    try {
      load(factory);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<FileTime> times() {
    List<FileTime> times = new ArrayList<>();
    Stream.of(tls.certificate(), tls.key(), tls.keystore())
        .flatMap(Optional::stream)
        .forEach(
            f -> {
              try {
                times.add(Files.getLastModifiedTime(f));
              } catch (IOException e) {
                times.add(FileTime.fromMillis(0));
              }
            });
    return times;
  }

  @Override
  public void close() {
    watcher.interrupt();
  }
}
