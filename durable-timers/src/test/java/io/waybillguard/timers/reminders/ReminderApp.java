package io.waybillguard.timers.reminders;

import io.waybillguard.timers.PulseSettings;
import io.waybillguard.timers.reminders.ReminderTopology.Keep;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.Options;

/** The topology run at exactly-once. */
public final class ReminderApp implements AutoCloseable {

    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);

    private final KafkaStreams streams;

    private ReminderApp(KafkaStreams streams) {
        this.streams = streams;
    }

    public static ReminderApp start(
            String servers, ReminderTopics topics, PulseSettings pulse, Keep keep, Path state) {
        KafkaStreams streams =
                new KafkaStreams(
                        ReminderTopology.of(topics, pulse, keep),
                        properties(servers, topics.application(), state));
        streams.start();
        return new ReminderApp(streams);
    }

    private static Properties properties(String servers, String application, Path state) {
        Properties properties = new Properties();
        properties.putAll(
                Map.of(
                        StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        StreamsConfig.APPLICATION_ID_CONFIG,
                        application,
                        StreamsConfig.STATE_DIR_CONFIG,
                        state.toString(),
                        StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                        StreamsConfig.EXACTLY_ONCE_V2,
                        StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                        200,
                        StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                        0,
                        StreamsConfig.MAX_TASK_IDLE_MS_CONFIG,
                        0,
                        StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
                        SmallMemtables.class));
        properties.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 1500);
        properties.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 300);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 3000);
        return properties;
    }

    /** A planned stop: leaves the group. */
    public boolean stop() {
        return streams.close(
                CloseOptions.timeout(STOP_WITHIN)
                        .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    }

    @Override
    public void close() {
        stop();
    }

    /** Writes to disk what is not yet committed, as a large store does. */
    public static final class SmallMemtables implements RocksDBConfigSetter {
        @Override
        public void setConfig(String store, Options options, Map<String, Object> configs) {
            options.setWriteBufferSize(64 * 1024);
        }

        @Override
        public void close(String store, Options options) {}
    }
}
