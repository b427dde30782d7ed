package io.waybillguard.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.kit.kafka.KafkaSettings;
import io.waybillguard.kit.streams.FailureSettings;
import io.waybillguard.kit.streams.StreamsSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class SettingsTest {

    private static final String NAME = "waybill.streams.application-id=tracker";

    private final ApplicationContextRunner context =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                    .withUserConfiguration(Settings.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({
        KafkaSettings.class,
        StreamsSettings.class,
        FailureSettings.class
    })
    static class Settings {}

    @Test
    void theDefaultsAreThoseTold() {
        context.withPropertyValues(NAME)
                .run(started -> {
                    assertThat(started.getBean(KafkaSettings.class))
                            .isEqualTo(new KafkaSettings("localhost:9092", 12, 1, true, Map.of()));
                    assertThat(started.getBean(StreamsSettings.class))
                            .isEqualTo(
                                    new StreamsSettings(
                                            "tracker",
                                            Path.of("state"),
                                            1,
                                            Duration.ofSeconds(1),
                                            Duration.ofMillis(100),
                                            0,
                                            Duration.ofSeconds(10),
                                            Duration.ofSeconds(10),
                                            Duration.ofSeconds(20),
                                            true,
                                            Map.of()));
                    assertThat(started.getBean(FailureSettings.class))
                            .isEqualTo(new FailureSettings(10, Duration.ofMinutes(10)));
                });
    }

    @Test
    void clientPropertiesReachEveryClientButNotTheAddress() {
        context.withPropertyValues(
                        NAME,
                        "waybill.kafka.bootstrap-servers=broker:9092",
                        "waybill.kafka.client[security.protocol]=SSL",
                        "waybill.kafka.client[bootstrap.servers]=elsewhere:9092")
                .run(started ->
                        assertThat(started.getBean(KafkaSettings.class).clientProperties())
                                .containsEntry("security.protocol", "SSL")
                                .containsEntry("bootstrap.servers", "broker:9092"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "waybill.kafka.bootstrap-servers=",
                "waybill.kafka.partitions=0",
                "waybill.kafka.partitions=many",
                "waybill.kafka.replication=0",
                "waybill.streams.application-id=",
                "waybill.streams.threads=0",
                "waybill.streams.commit-interval=0s",
                "waybill.streams.linger=-1ms",
                "waybill.streams.linger=1m",
                "waybill.streams.standbys=-1",
                "waybill.streams.standbys=6",
                "waybill.streams.session-timeout=-1s",
                "waybill.streams.transaction-timeout=1s",
                "waybill.streams.transaction-timeout=16m",
                "waybill.streams.close-timeout=0s",
                "waybill.streams.failures.replacements=-1",
                "waybill.streams.failures.within=0s"
            })
    void whatCannotWorkStopsTheStart(String setting) {
        context.withPropertyValues(NAME, setting)
                .run(started ->
                        assertThat(started)
                                .hasFailed()
                                .getFailure()
                                .hasMessageContaining("Could not bind"));
    }
}
