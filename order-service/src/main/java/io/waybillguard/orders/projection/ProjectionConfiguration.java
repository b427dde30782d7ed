package io.waybillguard.orders.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.kit.kafka.DeadLetterPublisher;
import io.waybillguard.kit.kafka.KafkaSettings;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires the projection. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProjectionSettings.class)
class ProjectionConfiguration {

    @Bean
    Positions positions() {
        return new Positions();
    }

    @Bean
    ProjectionLag projectionLag(MeterRegistry meters) {
        ProjectionLag lag = new ProjectionLag();
        Gauge.builder("projection.lag", lag, ProjectionLag::value)
                .description("records on all topics that the projection has not read yet")
                .register(meters);
        return lag;
    }

    @Bean
    Projection projection(
            KafkaSettings kafka,
            ProjectionSettings settings,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            DeadLetterPublisher deadLetters,
            Positions positions,
            ProjectionLag lag,
            MeterRegistry meters) {
        ProjectionStore store = new ProjectionStore(jdbc, transactions);
        DefaultKafkaConsumerFactory<byte[], byte[]> consumers =
                new DefaultKafkaConsumerFactory<>(
                        Projection.consumerProperties(kafka, settings),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        consumers.addListener(new MicrometerConsumerListener<>(meters));
        ProjectionListener listener =
                new ProjectionListener(store, deadLetters, positions, lag, meters);
        return new Projection(kafka, settings, consumers, store, listener, positions, lag);
    }

    @Bean
    ProjectionHealth projectionHealthIndicator(Projection projection, ProjectionLag lag) {
        return new ProjectionHealth(projection, lag);
    }

    @Bean
    ProjectionAlive projectionAliveHealthIndicator(Projection projection) {
        return new ProjectionAlive(projection);
    }
}
