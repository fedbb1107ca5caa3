package org.cobalink.server.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.cobalink.hooks.BadCall;
import org.cobalink.hooks.Client;
import org.cobalink.hooks.Decision;
import org.cobalink.hooks.Feedback;
import org.cobalink.hooks.Journal;
import org.cobalink.server.settings.Storage;
import org.cobalink.server.settings.TrustedClient;
import org.cobalink.server.trust.Replays;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Decisions and feedback in a database. Decisions wait in a queue and are written by one thread, so
 * that no card waits for a disk; those that find the queue full are counted and dropped. Feedback
 * is on disk before it is acknowledged.
 */
public final class StoredJournal implements Journal, Replays, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(StoredJournal.class.getName());
  private static final int BATCH = 500;
  private static final Duration CLEANED = Duration.ofHours(1);
  private static final Duration GOODBYE = Duration.ofSeconds(5);
  private final Database database;
  private final Clock clock;
  private final Duration retention;
  private final List<String> keepsComments;
  private final BlockingQueue<Decision> queue;
  private final AtomicLong dropped = new AtomicLong();
  private final Thread writer;
  private volatile boolean open = true;
  private Instant cleaned = Instant.EPOCH;

  public StoredJournal(Storage storage, List<TrustedClient> clients, Clock clock) {
    this.database = new Database(storage);
    this.clock = clock;
    this.retention = storage.retention();
    this.keepsComments =
        clients.stream().filter(TrustedClient::keepsComments).map(c -> c.client().id()).toList();
    this.queue = new ArrayBlockingQueue<>(storage.queue());
    this.writer = new Thread(this::write, "journal");
    writer.setDaemon(true);
    writer.start();
  }

  @Override
  public void decided(List<Decision> decisions) {
    for (Decision d : decisions) {
      if (!queue.offer(d)) {
        dropped.incrementAndGet();
      }
    }
  }

  /** Whether decisions are still written. */
  public boolean isWriting() {
    return writer.isAlive();
  }

  /** Decisions waiting to be written. */
  public int waiting() {
    return queue.size();
  }

  /** Decisions that found the queue full. */
  public long dropped() {
    return dropped.get();
  }

  @Override
  public boolean keepsFeedback() {
    return true;
  }

  @Override
  public void feedback(Client client, List<Feedback> items) {
    boolean comments = keepsComments.contains(client.id());
    try {
      database.jdbi().useTransaction(h -> items.forEach(f -> insert(h, client, f, comments)));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "feedback cannot be stored: {0}", e.getClass().getName());
      throw new BadCall(503, "transient", List.of("feedback cannot be stored now; send it again"));
    }
  }

  private void insert(Handle h, Client client, Feedback f, boolean comments) {
    String suggestions = String.join(" ", f.suggestions());
    h.createUpdate(
            "INSERT INTO feedback (id, client, card, outcome, outcome_at, suggestions,"
                + " reason_system, reason, comment, received_at) VALUES (:id, :client, :card,"
                + " :outcome, :at, :suggestions, :system, :reason, :comment, :now)"
                + " ON CONFLICT DO NOTHING")
        .bind("id", f.id(client.id()))
        .bind("client", client.id())
        .bind("card", f.card())
        .bind("outcome", f.outcome())
        .bind("at", f.timestamp().toEpochMilli())
        .bind("suggestions", suggestions)
        .bind("system", f.reasonSystem())
        .bind("reason", f.reason())
        .bind("comment", comments && !f.comment().isEmpty() ? f.comment() : null)
        .bind("now", clock.millis())
        .execute();
  }

  @Override
  public boolean isFirst(String issuer, String jti, Instant expires) {
    try {
      return database
              .jdbi()
              .withHandle(
                  h ->
                      h.createUpdate(
                              "INSERT INTO token (issuer, jti, expires) VALUES (:i, :j, :e)"
                                  + " ON CONFLICT DO NOTHING")
                          .bind("i", issuer)
                          .bind("j", jti)
                          .bind("e", expires.toEpochMilli())
                          .execute())
          == 1;
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "tokens cannot be stored: {0}", e.getClass().getName());
      throw new BadCall(503, "transient", List.of("calls cannot be checked now; try again"));
    }
  }

  /** Figures of what is kept. */
  public Stats stats() {
    return new Stats(database.jdbi());
  }

  private void write() {
    List<Decision> batch = new ArrayList<>(BATCH);
    while (open || !queue.isEmpty()) {
      try {
        if (batch.isEmpty()) {
          Decision first = queue.poll(200, TimeUnit.MILLISECONDS);
          if (first == null) {
            clean();
            continue;
          }
          batch.add(first);
          queue.drainTo(batch, BATCH - 1);
        }
        insert(batch);
        batch.clear();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) {
        // even without memory for a while: a dead writer would lose all that follows
        LOG.log(
            System.Logger.Level.ERROR, "decisions cannot be stored: {0}", e.getClass().getName());
        pause();
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void insert(List<Decision> decisions) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Hashes hashes = database.hashes();
    database
        .jdbi()
        .useTransaction(
            h -> {
              PreparedBatch batch =
                  h.prepareBatch(
                      "INSERT INTO decision (client, card, hook, instance, patient, injection,"
                          + " verdict, finding, codes, edition, shown, decided_on, decided_at)"
                          + " VALUES (:client, :card, :hook, :instance, :patient, :injection,"
                          + " :verdict, :finding, :codes, :edition, :shown, :day, :now)"
                          + " ON CONFLICT DO NOTHING");
              for (Decision d : decisions) {
                batch
                    .bind("client", d.client())
                    .bind("card", d.card())
                    .bind("hook", d.hook())
                    .bind("instance", hashes.of("instance", d.client(), d.hookInstance()))
                    .bind("patient", hashes.of("patient", d.client(), d.patient()))
                    .bind("injection", hashes.of("injection", d.client(), d.injection()))
                    .bind("verdict", d.verdict())
                    .bind("finding", d.finding())
                    .bind("codes", String.join(" ", d.codes()))
                    .bind("edition", d.edition())
                    .bind("shown", d.shown() ? 1 : 0)
                    .bind("day", today.toString())
                    .bind("now", clock.millis())
                    .add();
              }
              batch.execute();
            });
  }

  /** Forgets what is past its time. */
  private void clean() {
    Instant now = clock.instant();
    if (now.isBefore(cleaned.plus(CLEANED))) {
      return;
    }
    cleaned = now;
    long oldest = now.minus(retention).toEpochMilli();
    database
        .jdbi()
        .useTransaction(
            h -> {
              h.execute("DELETE FROM token WHERE expires < ?", now.toEpochMilli());
              h.execute("DELETE FROM decision WHERE decided_at < ?", oldest);
              h.execute("DELETE FROM feedback WHERE received_at < ?", oldest);
            });
  }

  /** Writes what waits, for a few seconds, and closes. */
  @Override
  public void close() {
    open = false;
    try {
      writer.join(GOODBYE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    database.close();
  }
}
