package io.waybillguard.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.kit.kafka.KafkaSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamsPropertiesTest {

    private static final KafkaSettings KAFKA =
            new KafkaSettings("one:9092,two:9092", 12, 3, true, Map.of("client.rack", "a"));

    @Test
    void settingsBecomePropertiesThatStreamsAccepts() {
        Properties properties = StreamsProperties.of(KAFKA, settings(true, Map.of()));

        assertThat(properties)
                .containsEntry("application.id", "tracker")
                .containsEntry("bootstrap.servers", "one:9092,two:9092")
                .containsEntry("state.dir", "/var/state")
                .containsEntry("num.stream.threads", "2")
                .containsEntry("commit.interval.ms", "1000")
                .containsEntry("replication.factor", "3")
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("consumer.auto.offset.reset", "earliest")
                .containsEntry("consumer.session.timeout.ms", "10000")
                .containsEntry("consumer.heartbeat.interval.ms", "2500")
                .containsEntry("producer.transaction.timeout.ms", "8000")
                .containsEntry("producer.linger.ms", "70")
                .containsEntry("num.standby.replicas", "1")
                .containsEntry("rocksdb.config.setter", CompressedOnDisk.class.getName())
                .containsEntry("client.rack", "a");
        assertThat(new StreamsConfig(properties).getInt("num.stream.threads")).isEqualTo(2);
    }

    /** What the proof of time rests on: a task does not run ahead of a partition that has more. */
    @Test
    void aTaskWaitsForPartitionsKnownToHaveMoreAndStoresAreNotCached() {
        assertThat(StreamsProperties.of(KAFKA, settings(true, Map.of())))
                .containsEntry("max.task.idle.ms", "0")
                .containsEntry("statestore.cache.max.bytes", "0");
    }

    @Test
    void atLeastOnceIsThereToMeasureWhatExactlyOnceCosts() {
        assertThat(StreamsProperties.of(KAFKA, settings(false, Map.of())))
                .containsEntry("processing.guarantee", "at_least_once");
    }

    @Test
    void overridesWin() {
        assertThat(StreamsProperties.of(KAFKA, settings(true, Map.of("producer.linger.ms", "100"))))
                .containsEntry("producer.linger.ms", "100");
    }

    private static StreamsSettings settings(boolean exactlyOnce, Map<String, String> overrides) {
        return new StreamsSettings(
                "tracker",
                Path.of("/var/state"),
                2,
                Duration.ofSeconds(1),
                Duration.ofMillis(70),
                1,
                Duration.ofSeconds(10),
                Duration.ofSeconds(8),
                Duration.ofSeconds(20),
                exactlyOnce,
                overrides);
    }
}
