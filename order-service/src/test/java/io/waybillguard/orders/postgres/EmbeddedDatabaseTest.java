package io.waybillguard.orders.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    private static final int HALTED = 9;

    @TempDir private Path directory;

    @Test
    void dataOutliveACleanStopAndAServiceThatWasKilled() throws Exception {
        try (EmbeddedDatabase first = database(directory)) {
            run(first, "create table kept (n int)");
            run(first, "insert into kept values (1)");
        }
        startAndHalt();
        try (EmbeddedDatabase third = database(directory)) {
            assertThat(number(third, "select sum(n) from kept")).isEqualTo(3);
            assertThatThrownBy(() -> database(directory))
                    .hasRootCauseInstanceOf(OverlappingFileLockException.class);
        }
    }

    @Test
    void whatAnInterruptedFirstStartLeftIsThrownAway() throws Exception {
        Path data = Files.createDirectories(directory.resolve("data"));
        Files.writeString(data.resolve("PG_VERSION"), "14");
        Files.writeString(data.resolve("postgresql.conf"), "");
        try (EmbeddedDatabase database = database(directory)) {
            assertThat(number(database, "select 7")).isEqualTo(7);
        }
    }

    @Test
    void aServerOfAnotherDirectoryIsLeftAloneAndItsCommitsLast() throws Exception {
        Path original = directory.resolve("original");
        Path copy = Files.createDirectories(directory.resolve("copy").resolve("data"));
        try (EmbeddedDatabase database = database(original)) {
            Path pidFile = copy.resolve("postmaster.pid");
            Files.copy(original.resolve("data").resolve("postmaster.pid"), pidFile);
            LeftBehind.in(copy).clear(copy.resolveSibling("ready"));
            assertThat(pidFile).doesNotExist();
            assertThat(number(database, "select 7")).isEqualTo(7);
            assertThat(
                            number(
                                    database,
                                    "select count(*) from pg_settings where setting = 'on'"
                                            + " and name in ('synchronous_commit', 'fsync')"))
                    .isEqualTo(2);
        }
    }

    /** In a process of its own that ends without stopping its server, as one that is killed. */
    private void startAndHalt() throws Exception {
        Process service =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                EmbeddedDatabaseTest.class.getName(),
                                directory.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("halted.log").toFile())
                        .start();
        assertThat(service.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(service.exitValue())
                .as(() -> read(directory.resolve("halted.log")))
                .isEqualTo(HALTED);
    }

    @SuppressWarnings("resource") // that is the point
    static void main(String[] arguments) throws Exception {
        run(database(Path.of(arguments[0])), "insert into kept values (2)");
        Runtime.getRuntime().halt(HALTED);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static EmbeddedDatabase database(Path directory) {
        return new EmbeddedDatabase(new PostgresSettings(directory, Duration.ofSeconds(60)));
    }

    private static void run(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }
}
