package io.waybillguard.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void itListensOnlyOnceItRuns() {
        assertThat(new Broker(folder, Ports.free(new Random())).isListening()).isFalse();
    }
}
