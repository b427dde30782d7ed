package io.waybillguard.notifier.send;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.kit.kafka.DeadLetterPublisher;
import io.waybillguard.kit.kafka.EventPublisher;
import io.waybillguard.kit.kafka.KafkaSettings;
import io.waybillguard.notifier.metrics.NoticeCounter;
import io.waybillguard.notifier.notice.PlanRules;
import io.waybillguard.notifier.notice.Recalls;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChannelSettings.class)
class SendConfiguration {

    private static final int RECORDS_A_POLL = 50;

    @Bean
    NoticeCounter noticeCounter(MeterRegistry meters, ChannelSettings settings) {
        return new NoticeCounter(meters, settings.name());
    }

    @Bean(destroyMethod = "close")
    HttpChannel httpChannel(ChannelSettings settings, TimeLimiterRegistry limiters) {
        var time = new ChannelLimits(settings).time();
        return new HttpChannel(settings, limiters.timeLimiter(settings.name(), time));
    }

    @Bean
    ChannelGuard channelGuard(
            ChannelSettings settings,
            CircuitBreakerRegistry breakers,
            RateLimiterRegistry limiters,
            BulkheadRegistry bulkheads,
            RetryRegistry retries) {
        ChannelLimits limits = new ChannelLimits(settings);
        String name = settings.name();
        return new ChannelGuard(
                breakers.circuitBreaker(name, limits.breaker()),
                limiters.rateLimiter(name, limits.rate()),
                new ShopLimits(limits.shopRate()),
                bulkheads.bulkhead(name, limits.bulkhead()),
                retries.retry(name, limits.retry()));
    }

    @Bean
    Receipts receipts(
            EventPublisher publisher,
            NoticeCounter notices,
            MeterRegistry meters,
            ChannelSettings settings) {
        return new Receipts(publisher, notices, meters, settings.name(), InstantSource.system());
    }

    @Bean(destroyMethod = "close")
    Deliveries deliveries(
            HttpChannel channel,
            ChannelGuard guard,
            Receipts receipts,
            EventPublisher publisher,
            Leave leave,
            ChannelSettings settings) {
        return new Deliveries(channel, guard, receipts, new Outbox(publisher), leave, settings);
    }

    @Bean
    Leave leave(PlanRules rules, Recalls recalls, ChannelSettings settings) {
        return new Leave(rules.quietHours(), recalls, settings.pause(), InstantSource.system());
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> outbox(
            KafkaSettings kafka,
            ChannelSettings settings,
            MeterRegistry meters,
            SendNotices listener) {
        var consumers = new DefaultKafkaConsumerFactory<byte[], byte[]>(consumer(kafka, settings));
        consumers.addListener(new MicrometerConsumerListener<>(meters));
        ContainerProperties properties = new ContainerProperties(Topics.NOTICE_OUTBOX.name());
        properties.setAckMode(ContainerProperties.AckMode.MANUAL);
        properties.setMessageListener(listener);
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setConcurrency(settings.consumers());
        container.setCommonErrorHandler(
                new DefaultErrorHandler(
                        new FixedBackOff(
                                settings.pause().toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS)));
        return container;
    }

    @Bean
    SendNotices sendNotices(
            Deliveries deliveries,
            ChannelGuard guard,
            Receipts receipts,
            DeadLetterPublisher deadLetters,
            Leave leave) {
        return new SendNotices(deliveries, guard, receipts, deadLetters, leave);
    }

    private static Map<String, Object> consumer(KafkaSettings kafka, ChannelSettings settings) {
        Map<String, Object> properties = kafka.clientProperties();
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_A_POLL);
        return properties;
    }
}
