package io.waybillguard.kit.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Import it into a service that talks to Kafka. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaSettings.class)
public class KafkaEdge {

    @Bean
    TopicsReady topicsReady(KafkaSettings settings) {
        return new TopicsReady(settings);
    }

    @Bean(destroyMethod = "close")
    EventPublisher eventPublisher(
            KafkaSettings settings,
            MeterRegistry meters,
            @Value("${spring.application.name}") String service) {
        return new EventPublisher(settings, meters, service);
    }

    @Bean
    DeadLetterPublisher deadLetterPublisher(EventPublisher publisher, MeterRegistry meters) {
        return new DeadLetterPublisher(publisher, new DeadLetterCounter(meters));
    }
}
