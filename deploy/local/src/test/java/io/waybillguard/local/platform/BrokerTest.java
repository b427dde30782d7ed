package io.waybillguard.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerTest {

    @TempDir Path folder;

    @Test
    void itsLogIsMadeOnceAndItsSettingsFollowThePorts() throws Exception {
        new Broker(folder, new Ports(21_000)).prepare();
        String identity = Files.readString(folder.resolve("log/meta.properties"));

        new Broker(folder, new Ports(22_000)).prepare();

        assertThat(Files.readString(folder.resolve("log/meta.properties"))).isEqualTo(identity);
        assertThat(folder.resolve("server.properties"))
                .content()
                .contains(
                        "listeners=PLAINTEXT://127.0.0.1:22007,CONTROLLER://127.0.0.1:22008\n",
                        "controller.quorum.voters=1@127.0.0.1:22008\n",
                        "log.dirs=" + folder.resolve("log") + "\n")
                .doesNotContain("${");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "de\u0301ja\u0300", "\u6570\u636e", "a\\b", "a=b#c"})
    void itsLogIsFoundWhateverTheFolderIsCalled(String name) throws Exception {
        Path log = Path.of("/data").resolve(name).resolve("log");

        assertThat(logDirs(log)).isEqualTo(log.toString());
    }

    @Test
    void aCommaInItsPathIsNoListOfLogs() throws Exception {
        assertThat(logDirs(Path.of("/data/a,b/kafka/log"))).isEqualTo("log");
    }

    private static String logDirs(Path log) throws Exception {
        byte[] file = BrokerSettings.of(log, new Ports(21_000)).getBytes(StandardCharsets.UTF_8);
        Properties settings = new Properties();
        settings.load(new ByteArrayInputStream(file)); // as the broker does
        return settings.getProperty("log.dirs");
    }

    @Test
    void itListensOnlyOnceItRuns() {
        assertThat(new Broker(folder, Ports.free(new Random())).isListening()).isFalse();
    }
}
