package io.waybillguard.orders.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of the service's own, on 127.0.0.1 and a free port, as a child of this process. One
 * that an earlier run left behind is stopped first; data that an interrupted first start left half
 * made are thrown away.
 *
 * <p>PostgreSQL refuses to run as root; started by root on Linux it runs in a user namespace of its
 * own ({@code unshare -U}), which needs no other account and no change of ownership.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private static final String ADVICE =
            ". Where this process runs as root and may not make user namespaces, run it as another"
                    + " user or set spring.datasource.url";

    /**
     * Small, for one service, without a socket file beside its port. A commit must last: the
     * consumer reads on from where it is, so rows that a database lost when it alone crashed would
     * not be read again.
     */
    private static final Map<String, String> CONFIG =
            Map.of(
                    "listen_addresses", "127.0.0.1",
                    "unix_socket_directories", "",
                    "max_connections", "20",
                    "shared_buffers", "48MB",
                    "fsync", "on",
                    "synchronous_commit", "on",
                    "log_min_messages", "error");

    private final FileChannel lock;
    private final EmbeddedPostgres postgres;

    /**
     * Starts it.
     *
     * @throws IllegalStateException when it does not start, or another process uses the directory
     */
    EmbeddedDatabase(PostgresSettings settings) {
        Path directory = settings.postgresDir().toAbsolutePath().normalize();
        Path data = directory.resolve("data");
        Path ready = directory.resolve("ready");
        try {
            Files.createDirectories(data);
            this.lock = lock(directory);
            LeftBehind.in(data).clear(ready);
            this.postgres = start(settings, data);
            Files.writeString(ready, "");
        } catch (IOException | IllegalStateException e) {
            throw new IllegalStateException(
                    "embedded PostgreSQL did not start in " + directory + ADVICE, e);
        }
        log.info("embedded PostgreSQL in {} on port {}", directory, postgres.getPort());
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        directory.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException("another process uses it");
        }
        return channel;
    }

    private static EmbeddedPostgres start(PostgresSettings settings, Path directory)
            throws IOException {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(directory)
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setPGStartupWait(settings.postgresStartWithin());
        CONFIG.forEach(builder::setServerConfig);
        return builder.start();
    }

    String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        lock.close();
    }
}
