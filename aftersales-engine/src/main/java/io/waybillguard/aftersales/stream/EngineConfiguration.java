package io.waybillguard.aftersales.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.aftersales.dispatch.DispatchModes;
import io.waybillguard.aftersales.refund.RefundDesk;
import io.waybillguard.aftersales.rules.RefundTable;
import io.waybillguard.kit.kafka.KafkaSettings;
import io.waybillguard.kit.streams.Partitions;
import io.waybillguard.kit.streams.StreamsEdge;
import org.apache.kafka.streams.Topology;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The engine's topology from its settings. */
@Configuration(proxyBeanMethods = false)
@Import(StreamsEdge.class)
@EnableConfigurationProperties({
    DeadlineSettings.class,
    LimitSettings.class,
    DayCapSettings.class,
    HistorySettings.class,
    AgreementSettings.class,
    EnginePulseSettings.class,
    StoreSettings.class,
    DispatchModes.class
})
class EngineConfiguration {

    @Bean
    RefundDesk refundDesk(
            LimitSettings limits,
            AgreementSettings agreements,
            DeadlineSettings deadlines,
            DayCapSettings dayCaps) {
        return new RefundDesk(
                new RefundTable(limits.limits(), agreements.agreements()),
                deadlines.terms(),
                limits.requestsPerOrder(),
                dayCaps.caps().capped());
    }

    @Bean
    Topology engineTopology(
            RefundDesk desk,
            EnginePulseSettings pulses,
            StoreSettings store,
            KafkaSettings kafka,
            DispatchModes modes,
            DayCapSettings dayCaps,
            HistorySettings history,
            MeterRegistry meters) {
        return EngineTopology.of(
                new ProcessOrder.Supplier(
                        desk,
                        pulses.pulses(),
                        EngineMeters.of(meters, modes),
                        store,
                        new Partitions(kafka.partitions())),
                new KeepAllowances.Supplier(
                        dayCaps.caps(), history.buyerHistory(), new AllowanceMeters(meters)),
                pulses.every());
    }
}
