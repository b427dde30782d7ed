package io.waybillguard.tracker.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.kit.kafka.DeadLetterCounter;
import io.waybillguard.kit.kafka.KafkaSettings;
import io.waybillguard.kit.streams.Advertised;
import io.waybillguard.kit.streams.Partitions;
import io.waybillguard.kit.streams.StreamsEdge;
import io.waybillguard.kit.streams.StreamsRunner;
import io.waybillguard.tracker.provider.Arrival;
import io.waybillguard.tracker.provider.Providers;
import io.waybillguard.tracker.silence.SilenceRules;
import io.waybillguard.tracker.stall.StallJudge;
import io.waybillguard.tracker.stall.ThresholdTable;
import io.waybillguard.tracker.tracking.Tracking;
import java.time.Clock;
import org.apache.kafka.streams.Topology;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The running topology. */
@Configuration(proxyBeanMethods = false)
@Import(StreamsEdge.class)
@EnableConfigurationProperties({TrackerSettings.class, ThresholdSettings.class})
class TrackerConfiguration {

    @Bean
    Arrival arrival(TrackerSettings settings) {
        return settings.arrival();
    }

    @Bean
    ThresholdTable thresholdTable(ThresholdSettings thresholds) {
        return thresholds.table();
    }

    @Bean
    SilenceRules silenceRules(ThresholdSettings thresholds) {
        return thresholds.learned().rules();
    }

    @Bean
    Tracking tracking(TrackerSettings settings, ThresholdTable thresholds) {
        return new Tracking(new StallJudge(thresholds), settings.retention(), settings.limits());
    }

    @Bean
    TrackerMetrics trackerMetrics(MeterRegistry meters) {
        return new TrackerMetrics(meters, Clock.systemUTC());
    }

    @Bean
    Topology topology(
            @Value("${spring.application.name}") String service,
            Providers providers,
            Tracking tracking,
            TrackerSettings settings,
            SilenceRules silences,
            KafkaSettings kafka,
            TrackerMetrics metrics,
            MeterRegistry meters) {
        return new TrackerTopology(
                        service,
                        providers,
                        tracking,
                        settings,
                        silences,
                        new Partitions(kafka.partitions()),
                        metrics,
                        new DeadLetterCounter(meters))
                .topology();
    }

    @Bean
    OwnedStores ownedStores(StreamsRunner runner, KafkaSettings kafka, Advertised self) {
        return new OwnedStores(runner, new Partitions(kafka.partitions()), self);
    }

    @Bean
    Parcels parcels(OwnedStores stores, Tracking tracking, SilenceRules silences) {
        return new Parcels(stores, tracking, silences);
    }

    @Bean
    OrderParcels orderParcels(OwnedStores stores) {
        return new OrderParcels(stores);
    }
}
