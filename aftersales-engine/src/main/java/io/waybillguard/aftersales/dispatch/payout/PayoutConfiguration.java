package io.waybillguard.aftersales.dispatch.payout;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.aftersales.dispatch.CommandListeners;
import io.waybillguard.aftersales.dispatch.CommandReader;
import io.waybillguard.aftersales.dispatch.JsonRequests;
import io.waybillguard.aftersales.dispatch.Outbox;
import io.waybillguard.aftersales.dispatch.OutsideParties;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.kit.kafka.KafkaSettings;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Payouts over HTTP; with mode {@code topic} somebody else reads the commands. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
        name = "waybill.engine.payout.mode",
        havingValue = "http",
        matchIfMissing = true)
@EnableConfigurationProperties(PayoutSettings.class)
class PayoutConfiguration {

    private static final String PAYMENT = "payment";

    @Bean
    UnknownPayouts unknownPayouts(MeterRegistry meters) {
        UnknownPayouts unknown = new UnknownPayouts();
        Gauge.builder("payouts.unknown", unknown, UnknownPayouts::count)
                .description("commands whose outcome is unknown right now")
                .register(meters);
        return unknown;
    }

    @Bean
    ParkedPayouts parkedPayouts(KafkaSettings kafka) {
        return new ParkedPayouts(kafka);
    }

    @Bean
    PayoutDispatcher payoutDispatcher(
            PayoutSettings settings,
            OutsideParties parties,
            CommandReader reader,
            Outbox outbox,
            UnknownPayouts unknown,
            ParkedPayouts parked,
            MeterRegistry meters) {
        PaymentGateway payments =
                new HttpPaymentGateway(
                        parties.party(PAYMENT, PAYMENT), new JsonRequests(settings.url()), meters);
        Cashier cashier =
                new Cashier(payments, settings.postWithin(), settings.posts(), Clock.systemUTC());
        return new PayoutDispatcher(reader, cashier, outbox, unknown, parked::find, meters);
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> payoutListeners(
            CommandListeners listeners,
            PayoutSettings settings,
            PayoutDispatcher dispatcher,
            UnknownPayouts unknown) {
        return listeners.oneByOne(Topics.PAYOUTS, settings.listener(), dispatcher, unknown);
    }
}
