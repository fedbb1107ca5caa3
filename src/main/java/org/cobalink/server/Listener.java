package org.cobalink.server;

import java.net.URI;
import java.util.Optional;
import org.cobalink.server.operate.Certificate;
import org.cobalink.server.settings.Settings;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;

/** Where the service listens: HTTP/1.1 and HTTP/2, with TLS where a certificate is configured. */
final class Listener implements AutoCloseable {
  private final ServerConnector connector;
  private final Optional<Certificate> certificate;

  Listener(Server jetty, Settings settings) throws Exception {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    certificate =
        settings.tls().isPresent()
            ? Optional.of(new Certificate(settings.tls().get()))
            : Optional.empty();
    connector = new ServerConnector(jetty, factories(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(settings.idle().toMillis());
    jetty.addConnector(connector);
  }

  private ConnectionFactory[] factories(HttpConfiguration http) {
    HttpConnectionFactory one = new HttpConnectionFactory(http);
    if (certificate.isEmpty()) {
      return new ConnectionFactory[] {one, new HTTP2CServerConnectionFactory(http)};
    }
    // The name in the request need not be the certificate's: clients check that, proxies change it.
    SecureRequestCustomizer secure = new SecureRequestCustomizer();
    secure.setSniHostCheck(false);
    http.addCustomizer(secure);
    ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
    alpn.setDefaultProtocol(one.getProtocol());
    return new ConnectionFactory[] {
      new SslConnectionFactory(certificate.get().ssl(), alpn.getProtocol()),
      alpn,
      new HTTP2ServerConnectionFactory(http),
      one
    };
  }

  URI uri() {
    return URI.create(
        (certificate.isPresent() ? "https" : "http") + "://127.0.0.1:" + connector.getLocalPort());
  }

  @Override
  public void close() {
    certificate.ifPresent(Certificate::close);
  }
}
