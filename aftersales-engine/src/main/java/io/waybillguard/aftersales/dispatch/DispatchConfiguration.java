package io.waybillguard.aftersales.dispatch;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.kit.kafka.DeadLetterPublisher;
import io.waybillguard.kit.kafka.EventPublisher;
import io.waybillguard.kit.kafka.KafkaSettings;
import java.net.http.HttpClient;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** What both dispatchers are made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DispatchModes.class, HttpSettings.class})
class DispatchConfiguration {

    @Bean(destroyMethod = "shutdownNow")
    HttpClient outsideWorld(HttpSettings settings) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    @Bean
    OutsideParties outsideParties(
            HttpClient outsideWorld,
            BulkheadRegistry bulkheads,
            CircuitBreakerRegistry breakers,
            TimeLimiterRegistry timeLimits,
            RetryRegistry retries) {
        return new OutsideParties(outsideWorld, bulkheads, breakers, timeLimits, retries);
    }

    @Bean
    Outbox outbox(EventPublisher publisher) {
        return new KafkaOutbox(publisher);
    }

    @Bean
    CommandReader commandReader(DeadLetterPublisher deadLetters) {
        return CommandReader.with(deadLetters);
    }

    @Bean
    HealthIndicator dispatchersAlive(
            ObjectProvider<ConcurrentMessageListenerContainer<byte[], byte[]>> containers) {
        return new DispatchersHealth(containers.stream().toList());
    }

    @Bean
    CommandListeners commandListeners(KafkaSettings kafka, MeterRegistry meters) {
        return new CommandListeners(kafka, meters);
    }
}
