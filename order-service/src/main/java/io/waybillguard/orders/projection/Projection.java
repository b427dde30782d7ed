package io.waybillguard.orders.projection;

import io.waybillguard.kit.kafka.KafkaSettings;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.support.TopicPartitionOffset;
import org.springframework.kafka.support.TopicPartitionOffset.SeekPosition;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Reads every projected topic from where the database says. Partitions are assigned by hand and
 * nothing is committed to Kafka: rows and offsets live and die together.
 */
final class Projection implements SmartLifecycle {
    /** After the topics are there, before the server opens. */
    static final int PHASE = 0;

    private static final Logger log = LoggerFactory.getLogger(Projection.class);

    private final KafkaSettings kafka;
    private final ProjectionSettings settings;
    private final ConsumerFactory<byte[], byte[]> consumers;
    private final ProjectionStore store;
    private final ProjectionListener listener;
    private final Positions positions;
    private final ProjectionLag lag;
    private final CaughtUp caughtUp;
    private volatile @Nullable KafkaMessageListenerContainer<byte[], byte[]> container;

    Projection(
            KafkaSettings kafka,
            ProjectionSettings settings,
            ConsumerFactory<byte[], byte[]> consumers,
            ProjectionStore store,
            ProjectionListener listener,
            Positions positions,
            ProjectionLag lag,
            CaughtUp caughtUp) {
        this.kafka = kafka;
        this.settings = settings;
        this.consumers = consumers;
        this.store = store;
        this.listener = listener;
        this.positions = positions;
        this.lag = lag;
        this.caughtUp = caughtUp;
    }

    @Override
    public void start() {
        Map<TopicPartition, Long> offsets = store.offsets();
        positions.committed(offsets);
        caughtUp.from(offsets, ends());
        ContainerProperties properties =
                new ContainerProperties(
                        partitions()
                                .map(partition -> start(partition, offsets))
                                .toArray(TopicPartitionOffset[]::new));
        properties.setAckMode(ContainerProperties.AckMode.MANUAL);
        properties.setMessageListener(listener);
        properties.setIdleEventInterval(settings.lagEvery().toMillis());
        var started = new KafkaMessageListenerContainer<>(consumers, properties);
        started.setBeanName("projection");
        started.setCommonErrorHandler(tryAgainForEver());
        started.setApplicationEventPublisher(this::on);
        started.start();
        container = started;
        log.info("projection reads, {} partitions on from before", offsets.size());
    }

    private Map<TopicPartition, Long> ends() {
        try (Consumer<byte[], byte[]> consumer = consumers.createConsumer(null, null, "-ends")) {
            return consumer.endOffsets(partitions().toList());
        }
    }

    private Stream<TopicPartition> partitions() {
        List<String> topics =
                ProjectedTopic.all().stream().map(projected -> projected.topic().name()).toList();
        return topics.stream()
                .flatMap(topic ->
                        IntStream.range(0, kafka.partitions())
                                .mapToObj(number -> new TopicPartition(topic, number)));
    }

    private static TopicPartitionOffset start(
            TopicPartition partition, Map<TopicPartition, Long> offsets) {
        Long offset = offsets.get(partition);
        return offset == null
                ? new TopicPartitionOffset(
                        partition.topic(), partition.partition(), SeekPosition.BEGINNING)
                : new TopicPartitionOffset(partition.topic(), partition.partition(), offset);
    }

    /** No exception is a reason to leave records out. */
    private CommonErrorHandler tryAgainForEver() {
        DefaultErrorHandler handler =
                new DefaultErrorHandler(
                        new FixedBackOff(
                                settings.retryEvery().toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS));
        handler.setClassifications(Map.of(), true);
        return handler;
    }

    private void on(Object event) {
        if (event instanceof ListenerContainerIdleEvent idle) {
            lag.look(idle.getConsumer(), 0);
            caughtUp.look(idle.getConsumer());
        }
    }

    @Override
    public void stop() {
        var started = container;
        if (started != null) {
            started.stop();
            container = null;
            lag.forget();
        }
    }

    @Override
    public boolean isRunning() {
        var started = container;
        return started != null && started.isRunning();
    }

    /** It was started, nobody stopped it, and it does not run: an error ended its thread. */
    boolean hasDied() {
        var started = container;
        return started != null && !started.isRunning();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** What the consumer needs besides the way to the brokers. */
    static Map<String, Object> consumerProperties(
            KafkaSettings kafka, ProjectionSettings settings) {
        Map<String, Object> properties = kafka.clientProperties();
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "projection");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batch());
        properties.put(
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Math.toIntExact(settings.fetch().toBytes()));
        properties.put(
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                Math.toIntExact(settings.fetch().toBytes() / 4));
        return properties;
    }
}
