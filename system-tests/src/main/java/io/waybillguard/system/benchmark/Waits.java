package io.waybillguard.system.benchmark;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.refund.AftersalesEvent;
import io.waybillguard.events.refund.AftersalesEvent.RefundDecided;
import io.waybillguard.events.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** How long requests wait for their decisions. */
final class Waits {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final String servers;
    private final int partitions;

    Waits(String servers, int partitions) {
        this.servers = servers;
        this.partitions = partitions;
    }

    /**
     * Sends requests at a steady rate and waits for all decisions; says in which time a half, 99 of
     * a hundred and all of them came.
     *
     * @param first the number of the first
     */
    String measured(Loading loading, Refunds refunds, int first, int rate, Duration during)
            throws InterruptedException {
        int count = Math.toIntExact(rate * during.toSeconds());
        Map<String, Long> sent = new HashMap<>();
        long[] waited = new long[count];
        int decided = 0;
        try (var consumer = consumer()) {
            long start = System.nanoTime();
            long end = start + during.plus(LONGEST).toNanos();
            int next = 0;
            while (decided < count) {
                long now = System.nanoTime();
                if (now - end > 0) {
                    throw new IllegalStateException(
                            "%d of %d were decided".formatted(decided, count));
                }
                while (next < count && start + next * 1_000_000_000L / rate <= now) {
                    sent.put("r-" + (first + next), System.nanoTime());
                    loading.send(refunds.requestRecord(first + next, Instant.now()));
                    next++;
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(5))) {
                    String refund = decidedBy(record);
                    Long since = refund == null ? null : sent.remove(refund);
                    if (since != null) {
                        waited[decided++] = System.nanoTime() - since;
                    }
                }
            }
        }
        Arrays.sort(waited);
        return """
        | requests/s | requests | p50 ms | p99 ms | longest ms |
        |---|---|---|---|---|
        | %,d | %,d | %d | %d | %d |\
        """
                .formatted(
                        rate,
                        count,
                        millis(waited[count / 2]),
                        millis(waited[count * 99 / 100]),
                        millis(waited[count - 1]));
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    private static @Nullable String decidedBy(ConsumerRecord<byte[], byte[]> record) {
        return EventJson.read(Topics.AFTERSALES_EVENTS, record.value())
                        instanceof Read.Event<AftersalesEvent>(RefundDecided decided)
                ? decided.refundId().value()
                : null;
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> all =
                IntStream.range(0, partitions)
                        .mapToObj(partition ->
                                new TopicPartition(Topics.AFTERSALES_EVENTS.name(), partition))
                        .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
        return consumer;
    }
}
