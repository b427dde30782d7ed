package io.waybillguard.aftersales.trial;

import static io.waybillguard.aftersales.fixtures.APolicy.aPolicy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybillguard.aftersales.refund.CaseTerms;
import io.waybillguard.aftersales.refund.RefundDesk;
import io.waybillguard.aftersales.rules.Agreements;
import io.waybillguard.aftersales.rules.Limits;
import io.waybillguard.aftersales.rules.RefundTable;
import io.waybillguard.kit.kafka.KafkaSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/** The parts of trying rules, with a shop that switched nothing on. */
final class ATrial {

    static final RefundDesk DESK =
            new RefundDesk(
                    new RefundTable(Limits.DEFAULT, Agreements.DEFAULT), CaseTerms.DEFAULT, 50);

    private ATrial() {}

    static TrialSettings settings(Path dir, int waiting) {
        return new TrialSettings(
                dir,
                1,
                waiting,
                Duration.ofDays(30),
                Duration.ofDays(30),
                Duration.ofSeconds(2),
                1000,
                DataSize.ofMegabytes(1),
                DataSize.ofKilobytes(64),
                500);
    }

    static Backtests backtests(TrialSettings settings, String servers, SimpleMeterRegistry meters)
            throws Exception {
        return backtests(settings, servers, meters, _ -> Optional.of(aPolicy().build()));
    }

    static Backtests backtests(
            TrialSettings settings,
            String servers,
            SimpleMeterRegistry meters,
            ShopsPolicy policies)
            throws Exception {
        KafkaSettings kafka = new KafkaSettings(servers, 2, 1, false, Map.of());
        Trials trials = new Trials(DESK, settings, kafka, policies);
        Backtests backtests = new Backtests(settings, trials, meters);
        backtests.afterPropertiesSet();
        return backtests;
    }
}
