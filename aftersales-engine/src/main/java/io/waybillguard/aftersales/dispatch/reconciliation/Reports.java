package io.waybillguard.aftersales.dispatch.reconciliation;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.kit.kafka.EventPublisher;
import io.waybillguard.kit.kafka.KafkaSettings;
import io.waybillguard.kit.kafka.TopicFollower;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** The reports of all instances, kept on a topic: every instance shows the same. */
final class Reports implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Reports.class);
    private static final int PATIENCE_SECONDS = 45;

    private final KafkaSettings kafka;
    private final EventPublisher publisher;
    private final Duration kept;
    private final Clock clock;
    private final ConcurrentSkipListMap<String, Report> byId = new ConcurrentSkipListMap<>();
    private @Nullable TopicFollower reader;

    /**
     * Of the topic's reports.
     *
     * @param kept how long one is shown
     */
    Reports(KafkaSettings kafka, EventPublisher publisher, Duration kept, Clock clock) {
        this.kafka = kafka;
        this.publisher = publisher;
        this.kept = kept;
        this.clock = clock;
    }

    /** Reads what was added since. */
    synchronized void catchUp() {
        try {
            if (reader == null) {
                reader = new TopicFollower(kafka, Topics.ENGINE_RECONCILIATIONS);
            }
            reader.readOn(this::take);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        Instant oldest = clock.instant().minus(kept);
        byId.values().removeIf(report -> report.at().isBefore(oldest));
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            Report report = EventJson.mapper().readValue(record.value(), Report.class);
            byId.put(report.id(), report);
        } catch (JacksonException e) {
            log.warn("a report at {} cannot be read", record.offset());
        }
    }

    /**
     * Keeps it; returns when it is on its topic.
     *
     * @throws KafkaException when that is not known
     */
    void add(Report report) {
        try {
            publisher
                    .send(
                            new ProducerRecord<>(
                                    Topics.ENGINE_RECONCILIATIONS.name(),
                                    report.id().getBytes(StandardCharsets.UTF_8),
                                    EventJson.write(report)))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("a report could not be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while a report was written", e);
        }
        byId.put(report.id(), report);
    }

    /** As of the last {@link #catchUp}, newest first. */
    List<Report> newestFirst() {
        return byId.values().stream().sorted(Comparator.comparing(Report::at).reversed()).toList();
    }

    /** The newest, as of the last {@link #catchUp}. */
    Optional<Report> latest() {
        return byId.values().stream().max(Comparator.comparing(Report::at));
    }

    /** The report of that id. */
    Optional<Report> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public synchronized void close() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
