package io.waybillguard.aftersales.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.kit.kafka.KafkaSettings;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.MessageListener;

/**
 * Makes containers that hand commands as bytes to a listener: only those of transactions that were
 * committed, each again until the listener returned.
 */
public final class CommandListeners {

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration AUTHORISATION_RETRY = Duration.ofSeconds(10);

    private final KafkaSettings kafka;
    private final MeterRegistry meters;

    /** Containers of consumers that connect as {@code kafka} says. */
    public CommandListeners(KafkaSettings kafka, MeterRegistry meters) {
        this.kafka = kafka;
        this.meters = meters;
    }

    /** One command at a time and partition, committed one by one. */
    public ConcurrentMessageListenerContainer<byte[], byte[]> oneByOne(
            Topic<?> topic,
            ListenerSettings settings,
            MessageListener<byte[], byte[]> listener,
            ConsumerAwareRebalanceListener rebalances) {
        ContainerProperties properties = properties(topic, settings, AckMode.RECORD);
        properties.setMessageListener(listener);
        properties.setConsumerRebalanceListener(rebalances);
        return container(properties, settings);
    }

    /** All that one poll brought, committed together. */
    public ConcurrentMessageListenerContainer<byte[], byte[]> together(
            Topic<?> topic,
            ListenerSettings settings,
            BatchMessageListener<byte[], byte[]> listener) {
        ContainerProperties properties = properties(topic, settings, AckMode.BATCH);
        properties.setMessageListener(listener);
        return container(properties, settings);
    }

    private static ContainerProperties properties(
            Topic<?> topic, ListenerSettings settings, AckMode ackMode) {
        ContainerProperties properties = new ContainerProperties(topic.name());
        properties.setGroupId(settings.group());
        properties.setClientId(settings.group());
        properties.setAckMode(ackMode);
        properties.setPollTimeout(POLL.toMillis());
        properties.setStopImmediate(true);
        properties.setAuthExceptionRetryInterval(AUTHORISATION_RETRY);
        return properties;
    }

    private ConcurrentMessageListenerContainer<byte[], byte[]> container(
            ContainerProperties properties, ListenerSettings settings) {
        DefaultKafkaConsumerFactory<byte[], byte[]> consumers =
                new DefaultKafkaConsumerFactory<>(
                        consumer(settings),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        consumers.addListener(new MicrometerConsumerListener<>(meters));
        ConcurrentMessageListenerContainer<byte[], byte[]> container =
                new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setConcurrency(settings.concurrency());
        container.setCommonErrorHandler(
                new HoldPartitions(settings.pauseFirst(), settings.pauseMost()));
        return container;
    }

    private Map<String, Object> consumer(ListenerSettings settings) {
        Map<String, Object> properties = kafka.clientProperties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.pollRecords());
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return properties;
    }
}
