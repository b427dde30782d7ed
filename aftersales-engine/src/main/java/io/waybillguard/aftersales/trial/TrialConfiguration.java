package io.waybillguard.aftersales.trial;

import io.waybillguard.aftersales.refund.RefundDesk;
import io.waybillguard.aftersales.stream.CurrentPolicies;
import io.waybillguard.kit.kafka.KafkaSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Rules tried over HTTP. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrialSettings.class)
class TrialConfiguration {

    @Bean
    ShopsPolicy shopsPolicy(CurrentPolicies policies) {
        return policies::of;
    }

    @Bean
    Trials trials(
            RefundDesk desk, TrialSettings settings, KafkaSettings kafka, ShopsPolicy policies) {
        return new Trials(desk, settings, kafka, policies);
    }
}
