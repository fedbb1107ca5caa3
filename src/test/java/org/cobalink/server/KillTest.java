package org.cobalink.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in the middle of a load: feedback that was acknowledged is there afterwards. */
@Tag("slow")
class KillTest {
  private static final int SENDERS = 4;
  private static final int BEFORE_KILL = 150;
  @TempDir static Path folder;

  @Test
  void noAcknowledgedFeedbackIsLost() throws Exception {
    String database = "jdbc:sqlite:" + folder.resolve("kill.db");
    Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    Process process = serve(database);
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    try {
      URI uri = address(process);
      for (int s = 0; s < SENDERS; s++) {
        int sender = s;
        senders.execute(() -> send(uri, sender, acknowledged));
      }
      while (acknowledged.size() < BEFORE_KILL && process.isAlive()) {
        Thread.sleep(5);
      }
    } finally {
      process.destroyForcibly().waitFor();
      senders.shutdown();
      assertThat(senders.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(BEFORE_KILL);
    Set<String> kept = new HashSet<>();
    try (Connection c = DriverManager.getConnection(database);
        Statement s = c.createStatement();
        ResultSet r = s.executeQuery("SELECT card FROM feedback")) {
      while (r.next()) {
        kept.add(r.getString(1));
      }
    }
    assertThat(kept).containsAll(acknowledged);
  }

  private static void send(URI uri, int sender, Queue<String> acknowledged) {
    HttpClient client = HttpClient.newHttpClient();
    for (int i = 0; ; i++) {
      String card = "card-" + sender + "-" + i;
      String body =
          "{\"feedback\":[{\"card\":\""
              + card
              + "\",\"outcome\":\"overridden\",\"outcomeTimestamp\":\""
              + Instant.EPOCH.plusSeconds(i)
              + "\"}]}";
      try {
        HttpResponse<Void> answer =
            client.send(
                HttpRequest.newBuilder(uri)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build(),
                HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() == 200) {
          acknowledged.add(card);
        }
      } catch (IOException e) {
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static Process serve(String database) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "org.cobalink.cli.Main",
            "serve",
            "--port",
            "0",
            "--store",
            database)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  private static URI address(Process process) throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    for (int i = 0; i < 600 && process.isAlive(); i++) {
      String text = Files.readString(log);
      int at = text.indexOf("http://");
      if (at >= 0 && text.indexOf('\n', at) > 0) {
        return URI.create(
            text.substring(at, text.indexOf('\n', at)).strip() + "/b12-injection/feedback");
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("did not start: " + Files.readString(log));
  }
}
