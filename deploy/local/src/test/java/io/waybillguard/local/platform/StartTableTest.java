package io.waybillguard.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StartTableTest {

    private static final Ports PORTS = new Ports(21_000);
    private static final Endpoints AT = LocalPlatform.endpoints(PORTS, Path.of("/data/logs"));

    private static String table(boolean shortDeadlines) {
        return StartTable.of(
                AT,
                new PlatformOptions(
                        Path.of("/"),
                        Path.of("/data"),
                        false,
                        null,
                        shortDeadlines,
                        Duration.ofHours(24),
                        Duration.ofMinutes(2)),
                12.34);
    }

    @Test
    void itShowsWhereEverythingIs() {
        assertThat(table(false))
                .contains("up after 12.3 s")
                .contains("http://127.0.0.1:21000/swagger-ui.html")
                .contains("http://127.0.0.1:21000/actuator/prometheus")
                .contains("http://127.0.0.1:21001/webhooks/kuaidi100/demo")
                .contains("http://127.0.0.1:21002/actuator/prometheus")
                .contains("http://127.0.0.1:21003/actuator/prometheus")
                .contains("http://127.0.0.1:21004/sandbox/book")
                .contains("http://127.0.0.1:21005/sandbox/behaviour")
                .contains("http://127.0.0.1:21006/sandbox/book")
                .contains("127.0.0.1:21007")
                .contains("/data/logs")
                .contains("Ctrl-C");
    }

    @Test
    void itSaysWhenDeadlinesAreNotTheRealOnes() {
        assertThat(table(true)).contains("Deadlines are seconds");
        assertThat(table(false)).doesNotContain("Deadlines");
    }
}
