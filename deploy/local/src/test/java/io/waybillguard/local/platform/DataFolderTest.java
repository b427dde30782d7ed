package io.waybillguard.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir Path temp;
    @TempDir Path elsewhere;

    @Test
    void stateIsKeptUntilAFreshStart() throws Exception {
        Path data = temp.resolve("a/b");
        try (DataFolder folder = DataFolder.open(data, false)) {
            Files.writeString(folder.kafka().resolve("log"), "x");
            Files.writeString(folder.paymentBook(), "y");
        }
        try (DataFolder folder = DataFolder.open(data, false)) {
            assertThat(folder.kafka().resolve("log")).exists();
            assertThat(folder.paymentBook()).exists();
        }
        try (DataFolder folder = DataFolder.open(data, true)) {
            assertThat(folder.kafka()).isEmptyDirectory();
            assertThat(folder.paymentBook()).doesNotExist();
            assertThat(folder.logs()).isEmptyDirectory();
        }
        DataFolder.open(data, true).close();
    }

    @Test
    void somebodyElsesFolderIsLeftAlone() throws Exception {
        Files.writeString(temp.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> DataFolder.open(temp, true))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("not a data folder");
        try (var files = Files.list(temp)) {
            assertThat(files).containsExactly(temp.resolve("thesis.txt"));
        }
    }

    @Test
    void aProcessOfAnEarlierRunThatStillRunsIsNamedAndNothingIsTouched() throws Exception {
        ManagedProcess process;
        try (DataFolder folder = DataFolder.open(temp, false)) {
            process = ManagedProcess.start("kafka", List.of("sleep", "60"), folder.logs());
            folder.remember(process);
            Files.writeString(folder.kafka().resolve("log"), "x");
        }

        assertThatThrownBy(() -> DataFolder.open(temp, true, Duration.ofMillis(50)))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("kafka of an earlier run")
                .hasMessageContaining("process " + process.pid());
        assertThat(temp.resolve("kafka/log")).exists();

        process.terminate();
        try (DataFolder folder = DataFolder.open(temp, true)) {
            assertThat(process.isAlive()).isFalse();
            assertThat(folder.kafka()).isEmptyDirectory();
        }
    }

    @Test
    void aProcessThatOnlyGotTheNumberOfOneThatEndedIsNotWaitedFor() throws Exception {
        DataFolder.open(temp, false).close();
        long ours = ProcessHandle.current().pid();
        Files.writeString(
                temp.resolve("processes"), "kafka " + ours + " 2020-01-01T00:00:00Z\nnotif");

        DataFolder.open(temp, false, Duration.ZERO).close();

        assertThat(temp.resolve("processes")).doesNotExist();
    }

    @Test
    void aPostgresOfAnEarlierRunIsStopped() throws Exception {
        Path data = temp.resolve("postgres/data");
        DataFolder.open(temp, false).close();
        Process postgres = pretendPostgres(data);

        DataFolder.open(temp, true).close();

        assertThat(postgres.isAlive()).isFalse();
    }

    @Test
    void aPostgresWhoseOrderServiceWasKilledIsStoppedAtTheEnd() throws Exception {
        DataFolder folder = DataFolder.open(temp, false);
        Process postgres = pretendPostgres(folder.postgres().resolve("data"));

        folder.close();

        assertThat(postgres.isAlive()).isFalse();
        DataFolder.open(temp, false).close();
    }

    @Test
    void aPostgresOfAnotherFolderIsLeftAlone() throws Exception {
        DataFolder.open(temp, false).close();
        Process postgres = pretendPostgres(temp.resolve("postgres/data"), Path.of("/elsewhere"));
        try {
            DataFolder.open(temp, false).close();

            assertThat(postgres.isAlive()).isTrue();
        } finally {
            postgres.destroyForcibly();
        }
    }

    private Process pretendPostgres(Path data) throws Exception {
        return pretendPostgres(data, data);
    }

    /** A shell of that name, which the pid file of {@code data} names. */
    private Process pretendPostgres(Path data, Path works) throws Exception {
        Files.createDirectories(data);
        Path program = Files.copy(Path.of("/bin/sh"), elsewhere.resolve("postgres"));
        Process process =
                new ProcessBuilder(
                                program.toString(),
                                "-c",
                                "trap 'exit 0' TERM; while :; do sleep 0.1; done",
                                "-D",
                                works.toString())
                        .start();
        Files.writeString(data.resolve("postmaster.pid"), process.pid() + "\n" + works + "\n");
        return process;
    }

    @Test
    void twoRunsCannotHaveTheSameFolder() throws Exception {
        try (DataFolder folder = DataFolder.open(temp, false)) {
            Files.writeString(folder.kafka().resolve("log"), "x");

            assertThatThrownBy(() -> DataFolder.open(temp, true))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining("already runs");
            assertThat(folder.kafka().resolve("log")).exists();
        }
        DataFolder.open(temp, false).close();
    }
}
