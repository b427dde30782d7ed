package io.waybillguard.tracker.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybillguard.kit.kafka.EventPublisher;
import io.waybillguard.kit.kafka.KafkaSettings;
import io.waybillguard.tracker.provider.Account;
import io.waybillguard.tracker.provider.Arrival;
import io.waybillguard.tracker.provider.Decoded.Accepted;
import io.waybillguard.tracker.provider.Providers;
import io.waybillguard.tracker.provider.Webhook;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

class WebhookSettingsTest {

    private static final String FIRST = "waybill.tracker.accounts[0].";
    private static final String SECOND = "waybill.tracker.accounts[1].";

    private final ApplicationContextRunner context =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                    .withUserConfiguration(Outside.class, WebhookConfiguration.class);

    @Configuration(proxyBeanMethods = false)
    static class Outside {
        @Bean
        Arrival arrival() {
            return new Arrival(Duration.ofMinutes(5));
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        EventPublisher publisher(MeterRegistry meters) {
            return new EventPublisher(
                    new KafkaSettings("127.0.0.1:1", 1, 1, false, Map.of()), meters, "test");
        }
    }

    @Test
    void theDefaultsHoldAndNobodyIsKnown() {
        context.run(started -> {
            WebhookSettings settings = started.getBean(WebhookSettings.class);
            assertThat(settings.accounts()).isEmpty();
            assertThat(settings.maxBody().toBytes()).isEqualTo(1000 * 1024);
            assertThat(settings.maxLines()).isEqualTo(1000);
            assertThat(settings.lineMemory()).isEqualTo(DataSize.ofMegabytes(16));
            assertThat(settings.answerWithin()).isEqualTo(Duration.ofSeconds(3));
            assertThat(settings.kuaidi100().zone().getId()).isEqualTo("Asia/Shanghai");
        });
    }

    @Test
    void anAccountHasSecretsOrIsToldToBeUnsigned() {
        context.withPropertyValues(
                        FIRST + "provider=Kuaidi100",
                        FIRST + "account=main",
                        FIRST + "secrets=new,old",
                        SECOND + "provider=kuaidi100",
                        SECOND + "account=open",
                        SECOND + "unsigned=true")
                .run(started -> {
                    Providers providers = started.getBean(Providers.class);
                    assertThat(providers.account("kuaidi100", "main"))
                            .contains(
                                    new Account("kuaidi100", "main", List.of("new", "old"), false));
                    assertThat(providers.account("kuaidi100", "open"))
                            .contains(new Account("kuaidi100", "open", List.of(), true));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secrets[0]=",
                "secrets[0]=s,secrets[1]= ",
                "unsigned=false",
                "secrets[0]=s,unsigned=true",
                "secrets[0]=s,account=",
                "secrets[0]=s,account=../main",
                "secrets[0]=s,account=a b",
                "secrets[0]=s,provider=nobody",
                "secrets[0]=s,provider=",
            })
    void anAccountThatAnybodyCouldUseOrNobodyStopsTheStart(String wrong) {
        String[] values =
                java.util.stream.Stream.of(wrong.split(","))
                        .map(FIRST::concat)
                        .toArray(String[]::new);
        context.withPropertyValues(FIRST + "provider=kuaidi100", FIRST + "account=main")
                .withPropertyValues(values)
                .run(started -> assertThat(started).hasFailed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kuaidi100",
                "kdniao",
                "sf",
                "sto",
                "jt",
                "yunda",
                "aftership",
                "17track",
                "easypost",
                "shippo",
                "karrio",
            })
    void everyProviderMayHaveAnAccountAndAZone(String provider) {
        context.withPropertyValues(
                        FIRST + "provider=" + provider,
                        FIRST + "account=main",
                        FIRST + "secrets=s",
                        "waybill.tracker.zones." + provider + "=Asia/Tokyo")
                .run(started -> {
                    Providers providers = started.getBean(Providers.class);
                    assertThat(providers.provider(provider)).isPresent();
                    assertThat(providers.account(provider, "main")).isPresent();
                });
    }

    @Test
    void aZoneToldForKuaidi100HoldsBeforeItsOwnSetting() {
        String push =
                """
                {"lastResult":{"com":"yuantong","nu":"YT1","data":[
                {"time":"2026-11-11 10:00:00","context":"快件已揽收"}]}}
                """;
        byte[] body =
                ("param=" + URLEncoder.encode(push, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8);
        Webhook webhook =
                new Webhook("main", Map.of(), body, Instant.parse("2026-11-12T00:00:00Z"));
        context.withPropertyValues(
                        "waybill.tracker.kuaidi100.zone=Asia/Shanghai",
                        "waybill.tracker.zones.kuaidi100=Asia/Tokyo")
                .run(started -> {
                    var kuaidi100 =
                            started.getBean(Providers.class).provider("kuaidi100").orElseThrow();
                    Accepted accepted = (Accepted) kuaidi100.decode(webhook);
                    assertThat(accepted.scans().getFirst().happenedAt())
                            .isEqualTo(Instant.parse("2026-11-11T01:00:00Z"));
                });
    }

    @Test
    void anAccountToldTwiceStopsTheStart() {
        context.withPropertyValues(
                        FIRST + "provider=kuaidi100",
                        FIRST + "account=main",
                        FIRST + "secrets=a",
                        SECOND + "provider=KUAIDI100",
                        SECOND + "account=main",
                        SECOND + "secrets=b")
                .run(started -> assertThat(started).hasFailed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max-body=0B",
                "max-body=-1B",
                "max-body=1001KB",
                "max-body=1TB",
                "max-lines=0",
                "max-lines=100001",
                "answer-within=0s",
                "answer-within=-1s",
                "answer-within=61s",
                "kuaidi100.zone=Mars/Olympus",
                "kuaidi100.zone=",
                "zones.sf=Mars/Olympus",
                "zones.nobody=UTC",
            })
    void aLimitOrAZoneThatCannotBeStopsTheStart(String wrong) {
        context.withPropertyValues("waybill.tracker." + wrong)
                .run(started -> assertThat(started).hasFailed());
    }

    @Test
    void noSecretIsEverPrinted() {
        context.withPropertyValues(
                        FIRST + "provider=kuaidi100",
                        FIRST + "account=main",
                        FIRST + "secrets=s3cret")
                .run(started ->
                        assertThat(started.getBean(WebhookSettings.class).toString())
                                .contains("kuaidi100/main")
                                .doesNotContain("s3cret"));
    }
}
