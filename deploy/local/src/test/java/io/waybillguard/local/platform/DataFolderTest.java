package io.waybillguard.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir Path temp;

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
