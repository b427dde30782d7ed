package io.waybillguard.aftersales.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.aftersales.allowance.DayCaps;
import io.waybillguard.aftersales.refund.CaseTerms;
import io.waybillguard.aftersales.rules.Agreements;
import io.waybillguard.aftersales.rules.Limits;
import io.waybillguard.events.allowance.DayCap;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.Money;
import io.waybillguard.timers.PulseSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class SettingsTest {

    private final ApplicationContextRunner context =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                    .withUserConfiguration(Settings.class);

    @EnableConfigurationProperties({
        DeadlineSettings.class,
        LimitSettings.class,
        DayCapSettings.class,
        HistorySettings.class,
        AgreementSettings.class,
        EnginePulseSettings.class,
        StoreSettings.class
    })
    static class Settings {}

    @Test
    void theDefaultsAreTheDomains() {
        context.run(started -> {
            assertThat(started.getBean(DeadlineSettings.class).terms())
                    .isEqualTo(CaseTerms.DEFAULT);
            assertThat(started.getBean(LimitSettings.class).limits()).isEqualTo(Limits.DEFAULT);
            assertThat(started.getBean(AgreementSettings.class).agreements())
                    .isEqualTo(Agreements.DEFAULT);
            assertThat(started.getBean(EnginePulseSettings.class).pulses())
                    .isEqualTo(PulseSettings.DEFAULT);
            assertThat(started.getBean(StoreSettings.class).kind())
                    .isEqualTo(StoreSettings.Kind.ROCKSDB);
        });
    }

    @Test
    void anEditionHoldsFromTheFirstInstantOfItsDayInChina() {
        context.withPropertyValues("waybill.engine.agreements.from.[2024-02]=2024-03-01")
                .run(started ->
                        assertThat(started.getBean(AgreementSettings.class).agreements().from())
                                .containsEntry("2024-02", Instant.parse("2024-02-29T16:00:00Z"))
                                .containsEntry("2023-06", Instant.parse("2023-05-31T16:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"from.[2024-02]=soon", "from.[2031-01]=2031-01-01"})
    void aDayThatIsNoneOrOfNoEditionIsRefused(String setting) {
        context.withPropertyValues("waybill.engine.agreements." + setting)
                .run(started -> assertThat(started).hasFailed());
    }

    @Test
    void aDaysAutomaticMoneyIsCappedByDefault() {
        context.run(started ->
                assertThat(started.getBean(DayCapSettings.class).caps())
                        .isEqualTo(
                                new DayCaps(
                                        Money.yuan(50_000),
                                        Money.yuan(2_000),
                                        ZoneId.of("Asia/Shanghai"))));
    }

    @Test
    void aDayThatIsNotCappedIsNotAsked() {
        context.withPropertyValues(
                        "waybill.engine.day-caps.shop=none", "waybill.engine.day-caps.buyer=0")
                .run(started -> {
                    DayCaps caps = started.getBean(DayCapSettings.class).caps();
                    assertThat(caps.capped()).containsExactly(DayCap.BUYER);
                    assertThat(caps.buyer()).isEqualTo(Money.ZERO);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "day-caps.shop=-1",
                "day-caps.buyer=0.001",
                "day-caps.buyer=much",
                "deadlines.allowance-answer=0s",
                "buyer-history=0s",
                "buyer-history=181d"
            })
    void aCapOrAWaitThatIsNoneIsRefused(String setting) {
        context.withPropertyValues("waybill.engine." + setting)
                .run(started -> assertThat(started).hasFailed());
    }

    @Test
    void everySettingCanBeTold() {
        context.withPropertyValues(
                        "waybill.engine.deadlines.manual-answer=2m",
                        "waybill.engine.deadlines.manual-reminder=1m",
                        "waybill.engine.limits.small-amount-under=9.90",
                        "waybill.engine.agreements.editions.[2030-01]=zto,DEPPON",
                        "waybill.engine.agreements.from.[2030-01]=2030-01-15",
                        "waybill.engine.agreements.once-per-order=JD",
                        "waybill.engine.pulse.slack=1s",
                        "waybill.engine.store.kind=heap")
                .run(started -> {
                    assertThat(started.getBean(DeadlineSettings.class).manualAnswer())
                            .isEqualTo(Duration.ofMinutes(2));
                    assertThat(started.getBean(LimitSettings.class).limits().smallAmountUnder())
                            .isEqualTo(Money.fen(990));
                    Agreements agreements = started.getBean(AgreementSettings.class).agreements();
                    assertThat(agreements.editions())
                            .containsOnlyKeys("2030-01")
                            .containsEntry(
                                    "2030-01",
                                    Set.of(new CourierCode("ZTO"), new CourierCode("DEPPON")));
                    assertThat(agreements.oncePerOrder()).containsExactly(new CourierCode("JD"));
                    assertThat(started.getBean(StoreSettings.class).kind())
                            .isEqualTo(StoreSettings.Kind.HEAP);
                });
    }

    @Test
    void aReminderAfterWhatItRemindsOfIsRefused() {
        context.withPropertyValues("waybill.engine.deadlines.manual-reminder=49h")
                .run(started -> assertThat(started).hasFailed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "waybill.engine.limits.return-within=0s",
                "waybill.engine.limits.requests-per-order=0",
                "waybill.engine.pulse.every=0s",
                "waybill.engine.pulse.slack=-1s",
                "waybill.engine.pulse.max-firing=0s",
                "waybill.engine.deadlines.return-arrival=0s",
                "waybill.engine.agreements.once-per-order=a courier",
                "waybill.engine.store.largest-dossier=1KB",
                "waybill.engine.store.largest-dossier=1MB"
            })
    void aSettingThatCannotBeIsRefused(String setting) {
        context.withPropertyValues(setting).run(started -> assertThat(started).hasFailed());
    }

    @Test
    void aPartOfAFenIsRefused() {
        context.withPropertyValues("waybill.engine.limits.automatic-cap=1.001")
                .run(started -> assertThat(started).hasFailed());
    }
}
