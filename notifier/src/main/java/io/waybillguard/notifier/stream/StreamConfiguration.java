package io.waybillguard.notifier.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.kit.kafka.DeadLetterCounter;
import io.waybillguard.kit.kafka.KafkaSettings;
import io.waybillguard.kit.streams.StreamsRunner;
import io.waybillguard.notifier.metrics.NoticeCounter;
import io.waybillguard.notifier.notice.Composer;
import io.waybillguard.notifier.notice.Plan;
import io.waybillguard.notifier.notice.PlanRules;
import io.waybillguard.notifier.notice.Recalls;
import java.time.InstantSource;
import org.apache.kafka.streams.Topology;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotifierSettings.class)
class StreamConfiguration {

    @Bean
    PlanRules planRules(NotifierSettings settings) {
        return settings.rules();
    }

    @Bean
    Recalls recalls(StreamsRunner runner) {
        return new ReadRecalls(runner);
    }

    @Bean
    Topology topology(
            NotifierSettings settings,
            KafkaSettings kafka,
            PlanRules rules,
            NoticeCounter notices,
            MeterRegistry meters) {
        return NotifierTopology.of(
                new DeadLetterCounter(meters),
                new PlanNotices.Supplier(
                        new Plan(rules, new Composer(rules.quietHours().zone())),
                        settings.pulses(),
                        settings.telling(kafka.partitions()),
                        settings.store(),
                        notices,
                        new TimeMetrics(meters, InstantSource.system())));
    }
}
