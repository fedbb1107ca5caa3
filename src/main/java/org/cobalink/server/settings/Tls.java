package org.cobalink.server.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The server's certificate: PEM files, or a PKCS12 key store.
 *
 * @param certificate PEM, the server's own first, then its chain
 * @param key PEM, PKCS8, not encrypted
 */
public record Tls(
    Optional<Path> certificate, Optional<Path> key, Optional<Path> keystore, String password) {}
