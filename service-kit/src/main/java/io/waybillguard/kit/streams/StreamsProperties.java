package io.waybillguard.kit.streams;

import io.waybillguard.kit.kafka.KafkaSettings;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The Kafka Streams properties of a service. */
final class StreamsProperties {

    private static final int BATCH_BYTES = 128 * 1024;

    private StreamsProperties() {}

    static Properties of(KafkaSettings kafka, StreamsSettings settings) {
        Properties properties = new Properties();
        Map<String, Object> client = kafka.clientProperties();
        client.forEach((name, value) -> properties.setProperty(name, value.toString()));
        set(properties, StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        set(properties, StreamsConfig.STATE_DIR_CONFIG, settings.stateDir());
        set(properties, StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        set(
                properties,
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        set(properties, StreamsConfig.REPLICATION_FACTOR_CONFIG, kafka.replication());
        set(properties, StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbys());
        set(properties, StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        set(
                properties,
                StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
                CompressedOnDisk.class.getName());
        set(properties, StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0);
        set(properties, StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee(settings));
        set(
                properties,
                StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG),
                "earliest");
        set(
                properties,
                StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                settings.sessionTimeout().toMillis());
        set(
                properties,
                StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                settings.sessionTimeout().toMillis() / 4);
        set(
                properties,
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                settings.transactionTimeout().toMillis());
        set(
                properties,
                StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG),
                "lz4");
        set(
                properties,
                StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
                settings.linger().toMillis());
        set(
                properties,
                StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG),
                BATCH_BYTES);
        settings.overrides().forEach(properties::setProperty);
        return properties;
    }

    private static String guarantee(StreamsSettings settings) {
        return settings.exactlyOnce() ? StreamsConfig.EXACTLY_ONCE_V2 : StreamsConfig.AT_LEAST_ONCE;
    }

    private static void set(Properties properties, String name, Object value) {
        properties.setProperty(name, value.toString());
    }
}
