package org.cobalink.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.cobalink.Service;
import org.cobalink.fhir.Json;

/**
 * Full load with faults for some minutes: {@code bin/soak}. Good calls, calls whose chart a slow,
 * lying or broken FHIR server must give, feedback, broken pipes, huge and random bodies, and a
 * clock that jumps. Prints answers by status, heap in use after a collection at each sixth of the
 * time, and acknowledged feedback that is not in the database. Exit code 0 where no 5xx but 503 was
 * answered, none is lost and the heap did not grow.
 */
public final class Soak {
  private static final String URL = "https://cobalink.example.org";
  private static final int SAMPLES = 6;
  private static final double GROWTH = 1.3;
  private final Map<String, AtomicLong> answers = new ConcurrentHashMap<>();
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final JumpingClock clock = new JumpingClock();
  private final Issuer issuer = new Issuer();
  private final Ehr ehr = new Ehr("127.0.0.1", Soak::fault);
  private final byte[] good;
  private volatile boolean running = true;
  private CobalinkServer server;

  private Soak() throws Exception {
    good = Json.MAPPER.writeValueAsBytes(Calls.recode());
  }

  /** A clock of the service that now and then is minutes off. */
  private static final class JumpingClock extends Clock {
    private volatile Duration off = Duration.ZERO;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(off);
    }
  }

  public static void main(String[] args) throws Exception {
    System.exit(new Soak().run(Duration.ofMinutes(Integer.parseInt(args[0]))) ? 0 : 1);
  }

  private boolean run(Duration time) throws Exception {
    Path database = Files.createTempDirectory("soak").resolve("soak.db");
    String yaml =
        """
        publicUrl: %s
        store: {url: "jdbc:sqlite:%s"}
        clients:
          - {id: ehr, issuer: "%s", jku: "%s", fhirServers: ["%s"], fetchMillis: 200}
        """
            .formatted(URL, database, Issuer.NAME, issuer.jku(), ehr.base());
    server = CobalinkServer.start(Service.settings(yaml, Map.of()), clock);
    Thread[] senders = {
      sender(this::call), sender(this::call), sender(this::fetched), sender(this::feedback),
      sender(this::pipe), sender(this::huge), sender(this::random), sender(this::jump)
    };
    double[] heap = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      Thread.sleep(time.toMillis() / SAMPLES);
      System.gc();
      heap[i] = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
      System.out.printf("heap after %d/%d: %.0f MB%n", i + 1, SAMPLES, heap[i]);
    }
    running = false;
    for (Thread t : senders) {
      t.join();
    }
    server.close();
    issuer.close();
    ehr.close();
    Set<String> lost = new HashSet<>(acknowledged);
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement s = c.createStatement();
        ResultSet r = s.executeQuery("SELECT card FROM feedback")) {
      while (r.next()) {
        lost.remove(r.getString(1));
      }
    }
    new TreeMap<>(answers).forEach((k, v) -> System.out.println(k + ": " + v));
    System.out.println("feedback acknowledged: " + acknowledged.size() + ", lost: " + lost.size());
    boolean faults =
        answers.keySet().stream().anyMatch(k -> k.matches(".* 5\\d\\d") && !k.endsWith(" 503"));
    return !faults && lost.isEmpty() && heap[SAMPLES - 1] < heap[1] * GROWTH;
  }

  /** One thing a client does. */
  private interface Act {
    void once() throws Exception;
  }

  private Thread sender(Act act) {
    Thread thread =
        new Thread(
            () -> {
              while (running) {
                try {
                  act.once();
                } catch (IOException e) {
                  count("the client saw a broken connection");
                } catch (Exception e) {
                  count("client fault " + e.getClass().getSimpleName());
                }
              }
            });
    thread.start();
    return thread;
  }

  private void count(String what) {
    answers.computeIfAbsent(what, w -> new AtomicLong()).incrementAndGet();
  }

  private String token(String path) {
    Instant now = Instant.now();
    return issuer.token(
        URL + path,
        (JWTClaimsSet.Builder c) ->
            c.issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(120))));
  }

  private int send(String what, String path, byte[] body) throws Exception {
    HttpResponse<byte[]> answer =
        client.send(
            HttpRequest.newBuilder(server.uri().resolve(path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token(path))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    count(what + " " + answer.statusCode());
    return answer.statusCode();
  }

  private void call() throws Exception {
    send("call", Calls.PATH, good);
  }

  private void fetched() throws Exception {
    ObjectNode request = Calls.recode();
    request.remove("prefetch");
    request.put("fhirServer", ehr.base());
    request.putObject("fhirAuthorization").put("access_token", "t");
    send("call to be completed", Calls.PATH, Json.MAPPER.writeValueAsBytes(request));
  }

  private void feedback() throws Exception {
    String card = "card-" + ThreadLocalRandom.current().nextLong();
    String body =
        "{\"feedback\":[{\"card\":\""
            + card
            + "\",\"outcome\":\"overridden\",\"outcomeTimestamp\":\"2026-11-23T11:20:31Z\"}]}";
    String path = Calls.PATH + "/feedback";
    if (send("feedback", path, body.getBytes(StandardCharsets.UTF_8)) == 200) {
      acknowledged.add(card);
    }
  }

  /** Half a request, and gone. */
  private void pipe() throws Exception {
    URI uri = server.uri();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST "
                  + Calls.PATH
                  + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                  + token(Calls.PATH)
                  + "\r\nContent-Type: application/json\r\nContent-Length: "
                  + good.length
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.write(good, 0, good.length / 2);
      out.flush();
      count("broken pipe");
    }
    Thread.sleep(20);
  }

  private void huge() throws Exception {
    byte[] body = new byte[11_000_000];
    java.util.Arrays.fill(body, (byte) ' ');
    send("huge body", Calls.PATH, body);
    Thread.sleep(200);
  }

  private void random() throws Exception {
    byte[] body = good.clone();
    Random random = ThreadLocalRandom.current();
    for (int i = 0; i < 10; i++) {
      body[random.nextInt(body.length)] = (byte) random.nextInt(128);
    }
    send("random body", Calls.PATH, body);
  }

  private void jump() throws Exception {
    Thread.sleep(3_000);
    clock.off = Duration.ofMinutes(ThreadLocalRandom.current().nextInt(-10, 11));
    Thread.sleep(500);
    clock.off = Duration.ZERO;
    count("clock jump");
  }

  private static void fault(Ehr self, HttpExchange e) throws IOException, InterruptedException {
    switch (ThreadLocalRandom.current().nextInt(5)) {
      case 0 -> Thread.sleep(400);
      case 1 -> Ehr.send(e, 500, "{}");
      case 2 -> Ehr.send(e, 200, "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":7}]}");
      case 3 -> {
        e.sendResponseHeaders(200, 1_000);
        e.getResponseBody().write('{');
      }
      default -> Ehr.send(e, 200, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}");
    }
  }
}
