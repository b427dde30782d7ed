package io.waybillguard.tracker.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.kit.streams.Advertised;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class LookupSettingsTest {

    private final ApplicationContextRunner context =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                    .withUserConfiguration(LookupConfiguration.class);

    @Test
    void theDefaultsAreThoseTold() {
        context.run(started ->
                assertThat(started.getBean(LookupSettings.class))
                        .isEqualTo(
                                new LookupSettings(
                                        "",
                                        Duration.ofMillis(500),
                                        Duration.ofSeconds(2),
                                        Duration.ofSeconds(5),
                                        8)));
    }

    @ParameterizedTest
    @CsvSource({
        "advertised=tracker-1, advertised",
        "advertised=tracker-1:0, advertised",
        "advertised=tracker-1:99999, advertised",
        "connect-within=0s, connectWithin",
        "answer-within=2m, answerWithin",
        "order-within=-1s, orderWithin",
        "parallel=0, parallel",
        "parallel=65, parallel",
    })
    void whatCannotWorkStopsTheStartAndIsNamed(String setting, String named) {
        context.withPropertyValues("waybill.tracker.lookup." + setting)
                .run(started -> {
                    assertThat(started).hasFailed();
                    assertThat(started.getStartupFailure()).rootCause().hasMessageContaining(named);
                });
    }

    @Test
    void withoutASettingTheServersOwnAddressIsAdvertised() throws Exception {
        String own = InetAddress.getLocalHost().getHostAddress();
        address("server.address=127.0.0.1", "server.port=8081", new Advertised("127.0.0.1", 8081));
        address("server.address=0.0.0.0", "server.port=8081", new Advertised(own, 8081));
        address("server.address=127.0.0.1", "server.port=0", Advertised.NOWHERE);
    }

    @Test
    void whatIsSetWins() {
        address(
                "waybill.tracker.lookup.advertised=[fd00::5]:9000",
                "server.port=0",
                new Advertised("fd00::5", 9000));
    }

    private void address(String one, String other, Advertised expected) {
        context.withPropertyValues(one, other)
                .run(started -> assertThat(started.getBean(Advertised.class)).isEqualTo(expected));
    }
}
