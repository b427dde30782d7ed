package io.waybillguard.kit.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.kit.kafka.KafkaEdge;
import io.waybillguard.kit.kafka.KafkaSettings;
import org.apache.kafka.streams.Topology;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Import it into a service that has a bean of type {@link Topology}: it is run, and the health
 * indicators {@code streamsReady} (only RUNNING) and {@code streamsAlive} (REBALANCING too) tell of
 * it. With a bean of type {@link Advertised} the instances of the service find each other.
 */
@Configuration(proxyBeanMethods = false)
@Import(KafkaEdge.class)
@EnableConfigurationProperties({StreamsSettings.class, FailureSettings.class})
public class StreamsEdge {

    @Bean
    StreamsRunner streamsRunner(
            Topology topology,
            KafkaSettings kafka,
            StreamsSettings settings,
            FailureSettings failures,
            ObjectProvider<Advertised> self,
            MeterRegistry meters) {
        return new StreamsRunner(
                topology,
                kafka,
                settings,
                failures,
                self.getIfAvailable(() -> Advertised.NOWHERE),
                meters);
    }

    @Bean
    HealthIndicator streamsReady(StreamsRunner runner) {
        return () -> StreamsHealth.ready(runner.state());
    }

    @Bean
    HealthIndicator streamsAlive(StreamsRunner runner) {
        return () -> StreamsHealth.alive(runner.state());
    }
}
