package org.cobalink.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.cobalink.server.settings.Storage;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** The database, migrated and open. */
final class Database implements AutoCloseable {
  private static final String SQLITE = "jdbc:sqlite:";
  private static final int CONNECTIONS = 4;
  private static final long PATIENCE_MILLIS = 5_000;
  private static final int KEY_BYTES = 32;
  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final Hashes hashes;

  /** Opens and migrates. */
  Database(Storage storage) {
    ownersOnly(storage.url());
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(storage.url());
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setPoolName("cobalink");
    if (storage.url().startsWith(SQLITE)) {
      // An acknowledged commit survives a crash: write-ahead log, forced to disk each time.
      config.addDataSourceProperty("journal_mode", "WAL");
      config.addDataSourceProperty("synchronous", "FULL");
      config.addDataSourceProperty("busy_timeout", String.valueOf(PATIENCE_MILLIS));
    } else {
      config.setUsername(storage.user());
      config.setPassword(storage.password());
    }
    this.pool = new HikariDataSource(config);
    Flyway.configure().dataSource(pool).load().migrate();
    this.jdbi = Jdbi.create(pool);
    this.hashes = new Hashes(storage.hashKey().isEmpty() ? ownKey() : storage.hashKey());
  }

  /** Makes the file before SQLite does, readable by its owner alone: it holds the hash key. */
  private static void ownersOnly(String url) {
    Path file =
        Path.of(url.startsWith(SQLITE) ? url.substring(SQLITE.length()).split("\\?", 2)[0] : "");
    boolean named = !file.toString().isEmpty() && !file.toString().startsWith(":");
    if (named
        && Files.notExists(file)
        && FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      try {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write " + file, e);
      }
    }
  }

  Jdbi jdbi() {
    return jdbi;
  }

  Hashes hashes() {
    return hashes;
  }

  /** The key made at the first start; of two that start at once, both take the first one's. */
  private String ownKey() {
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    return jdbi.inTransaction(
        h -> {
          h.createUpdate("INSERT INTO hash_key (id, value) VALUES (1, :v) ON CONFLICT DO NOTHING")
              .bind("v", HexFormat.of().formatHex(random))
              .execute();
          return h.createQuery("SELECT value FROM hash_key WHERE id = 1").mapTo(String.class).one();
        });
  }

  @Override
  public void close() {
    pool.close();
  }
}
