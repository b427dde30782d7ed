package io.waybillguard.tracker.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.kit.kafka.EventPublisher;
import io.waybillguard.tracker.provider.Account;
import io.waybillguard.tracker.provider.Arrival;
import io.waybillguard.tracker.provider.Providers;
import io.waybillguard.tracker.webhook.WebhookSettings.KnownAccount;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Providers, accounts and their receiver. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookConfiguration {

    @Bean
    Providers providers(WebhookSettings settings, Arrival arrival) {
        List<Account> accounts = settings.accounts().stream().map(KnownAccount::known).toList();
        return new Providers(
                KnownProviders.all(settings, arrival),
                accounts,
                Math.toIntExact(settings.maxBody().toBytes()));
    }

    @Bean(destroyMethod = "close")
    WebhookLog webhookLog(EventPublisher publisher, WebhookSettings settings) {
        return new WebhookLog(publisher, settings.answerWithin());
    }

    @Bean
    WebhookReceiver webhookReceiver(Providers providers, WebhookLog log, MeterRegistry meters) {
        return new WebhookReceiver(providers, log, meters, Clock.systemUTC());
    }
}
