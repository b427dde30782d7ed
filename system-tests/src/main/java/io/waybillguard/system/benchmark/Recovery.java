package io.waybillguard.system.benchmark;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.parcel.MilestoneEvent.MilestoneReached;
import io.waybillguard.events.parcel.TrackerProgress.ReadUntil;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.ParcelId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Watches from outside, as a reader of committed records, until every partition goes on. */
final class Recovery implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Set<ParcelId> unanswered;
    private final Set<Integer> silent = new HashSet<>();

    /** Watches from now on. */
    Recovery(String servers, int partitions, Set<ParcelId> probes) {
        consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        unanswered = new HashSet<>(probes);
        IntStream.range(0, partitions).forEach(silent::add);
        List<TopicPartition> all =
                Stream.of(Topics.PARCEL_MILESTONES, Topics.TRACKER_PROGRESS)
                        .flatMap(topic ->
                                IntStream.range(0, partitions)
                                        .mapToObj(p -> new TopicPartition(topic.name(), p)))
                        .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
    }

    /** Says whether an instance processes records. */
    @FunctionalInterface
    interface Ready {
        boolean isReady() throws InterruptedException;
    }

    /**
     * How long it took, from the kill.
     *
     * @param running until the instance that goes on processes records
     * @param pulsing until every partition has told how far it has read since the kill
     * @param answered until every probe was answered
     */
    record Times(Duration running, Duration pulsing, Duration answered) {}

    /**
     * Waits for it.
     *
     * @param killed when the owner was killed; what was read only until then counts for nothing
     * @throws IllegalStateException when it takes half an hour
     */
    Times await(Instant killed, Ready ready) throws InterruptedException {
        Duration running = Duration.ZERO;
        Duration pulsing = Duration.ZERO;
        Duration answered = Duration.ZERO;
        while (running.isZero() || pulsing.isZero() || answered.isZero()) {
            consumer.poll(Duration.ofMillis(20)).forEach(record -> read(record, killed));
            Duration now = Duration.between(killed, Instant.now());
            if (now.compareTo(PATIENCE) > 0) {
                throw new IllegalStateException(
                        "no answer in %s: of probes %s, partitions %s"
                                .formatted(PATIENCE, unanswered, silent));
            }
            running = running.isZero() && ready.isReady() ? now : running;
            pulsing = pulsing.isZero() && silent.isEmpty() ? now : pulsing;
            answered = answered.isZero() && unanswered.isEmpty() ? now : answered;
        }
        return new Times(running, pulsing, answered);
    }

    private void read(ConsumerRecord<byte[], byte[]> record, Instant killed) {
        Topic<?> topic =
                record.topic().equals(Topics.PARCEL_MILESTONES.name())
                        ? Topics.PARCEL_MILESTONES
                        : Topics.TRACKER_PROGRESS;
        if (!(EventJson.read(topic, record.value()) instanceof Read.Event<?>(var event))) {
            throw new IllegalStateException("what the tracker wrote cannot be read");
        }
        if (event instanceof MilestoneReached reached) {
            unanswered.remove(reached.parcel().id());
        } else if (event instanceof ReadUntil progress && progress.readUntil().isAfter(killed)) {
            silent.remove(progress.partition());
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
