package org.cobalink.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A FHIR server on loopback that answers as told, and remembers what it was asked. */
final class Ehr implements AutoCloseable {
  /** Answers one request. */
  interface Answer {
    void to(Ehr ehr, HttpExchange exchange) throws IOException, InterruptedException;
  }

  private final HttpServer http;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile Answer answer;

  Ehr(String address, Answer answer) throws IOException {
    this.answer = answer;
    http = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), 0), 0);
    http.setExecutor(Executors.newCachedThreadPool());
    http.createContext(
        "/",
        e -> {
          String body = new String(e.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          asked.add(
              e.getRequestMethod()
                  + " "
                  + e.getRequestURI()
                  + (body.isEmpty() ? "" : " " + body)
                  + " "
                  + e.getRequestHeaders().getFirst("Authorization"));
          try (e) {
            this.answer.to(this, e);
          } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
          }
        });
    http.start();
  }

  /** Answers otherwise from now on, and forgets what it was asked. */
  void answer(Answer other) {
    answer = other;
    asked.clear();
  }

  List<String> asked() {
    return asked;
  }

  int port() {
    return http.getAddress().getPort();
  }

  String base() {
    return "http://127.0.0.1:" + port() + "/fhir/r4";
  }

  static void send(HttpExchange e, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    e.getResponseHeaders().set("Content-Type", "application/fhir+json");
    e.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = e.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
