package io.waybillguard.aftersales.dispatch.interception;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.aftersales.dispatch.CommandListeners;
import io.waybillguard.aftersales.dispatch.CommandReader;
import io.waybillguard.aftersales.dispatch.Outbox;
import io.waybillguard.aftersales.dispatch.OutsideParties;
import io.waybillguard.events.topics.Topics;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Interceptions over HTTP; with mode {@code topic} somebody else reads the commands. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
        name = "waybill.engine.interception.mode",
        havingValue = "http",
        matchIfMissing = true)
@EnableConfigurationProperties(InterceptionSettings.class)
class InterceptionConfiguration {

    @Bean
    InterceptionResults interceptionResults(Outbox outbox, MeterRegistry meters) {
        return new InterceptionResults(outbox, meters);
    }

    @Bean
    InterceptionDispatcher interceptionDispatcher(
            InterceptionSettings settings,
            OutsideParties parties,
            CommandReader reader,
            InterceptionResults results) {
        Clock clock = Clock.systemUTC();
        return new InterceptionDispatcher(
                reader,
                new Gateways(parties, settings, clock),
                results,
                settings.requestWithin(),
                settings.requests(),
                settings.waitingAfter(),
                clock);
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> interceptionListeners(
            CommandListeners listeners,
            InterceptionSettings settings,
            InterceptionDispatcher dispatcher) {
        return listeners.together(Topics.INTERCEPTIONS, settings.listener(), dispatcher);
    }
}
