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
    CaughtUp caughtUp() {
        return new CaughtUp();
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
            CaughtUp caughtUp,
            MeterRegistry meters) {
        ProjectionStore store = new ProjectionStore(jdbc, transactions);
        DefaultKafkaConsumerFactory<byte[], byte[]> consumers =
                new DefaultKafkaConsumerFactory<>(
                        Projection.consumerProperties(kafka, settings),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        consumers.addListener(new MicrometerConsumerListener<>(meters));
        ProjectionListener listener =
                new ProjectionListener(store, deadLetters, positions, lag, caughtUp, meters);
        return new Projection(
                kafka, settings, consumers, store, listener, positions, lag, caughtUp);
    }

    @Bean
    ProjectionHealth projectionHealthIndicator(
            Projection projection, ProjectionLag lag, CaughtUp caughtUp) {
        return new ProjectionHealth(projection, lag, caughtUp);
    }

    @Bean
    ProjectionAlive projectionAliveHealthIndicator(Projection projection) {
        return new ProjectionAlive(projection);
    }
}
