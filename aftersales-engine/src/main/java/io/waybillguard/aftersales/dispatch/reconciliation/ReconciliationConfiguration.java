package io.waybillguard.aftersales.dispatch.reconciliation;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.aftersales.dispatch.JsonRequests;
import io.waybillguard.aftersales.dispatch.OutsideParties;
import io.waybillguard.kit.kafka.EventPublisher;
import io.waybillguard.kit.kafka.KafkaSettings;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The reconciliation, where it is known who has the list. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression(ReconciliationConfiguration.LIST_IS_KNOWN)
@EnableConfigurationProperties(ReconciliationSettings.class)
class ReconciliationConfiguration {

    /** Somebody has a list to compare with. */
    static final String LIST_IS_KNOWN = "!'${waybill.engine.reconciliation.url:}'.isBlank()";

    private static final String PAYMENT = "payment";

    /** Safeguarded as the payment side, apart from it: a slow list keeps no payout waiting. */
    private static final String LIST = "payment-list";

    @Bean
    Reports reports(
            KafkaSettings kafka, EventPublisher publisher, ReconciliationSettings settings) {
        return new Reports(kafka, publisher, settings.kept(), Clock.systemUTC());
    }

    @Bean
    Runs reconciliationRuns(
            KafkaSettings kafka,
            OutsideParties parties,
            ReconciliationSettings settings,
            Reports reports,
            MeterRegistry meters) {
        URI url = Objects.requireNonNull(settings.url());
        PaymentList list =
                new HttpPaymentList(
                        parties.party(LIST, PAYMENT), new JsonRequests(url), settings.pageSize());
        Clock clock = Clock.systemUTC();
        return new Runs(
                new Reconciler(kafka, list, reports, settings, clock), reports, meters, clock);
    }

    @Bean
    ReconciliationRounds reconciliationRounds(
            KafkaSettings kafka, ReconciliationSettings settings, Runs runs, Reports reports) {
        return new ReconciliationRounds(kafka, settings, runs, reports, Clock.systemUTC());
    }
}
