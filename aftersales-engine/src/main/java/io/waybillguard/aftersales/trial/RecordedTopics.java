package io.waybillguard.aftersales.trial;

import io.waybillguard.aftersales.backtest.Recorded;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.order.OrderEvent.OrderPlaced;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.kit.kafka.KafkaSettings;
import io.waybillguard.kit.kafka.TopicReader;
import io.waybillguard.kit.kafka.TopicReader.Range;
import io.waybillguard.kit.streams.Partitions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The past as the topics hold it. Partition by partition, for an order's records share one: first
 * the requests, which say whose orders matter; then of the other topics what has one of those as
 * its key, without reading into anything else. So memory holds one partition's cases at a time.
 */
final class RecordedTopics implements Source {

    /** The orders first: they say whose an order is, and other shops' are let go at once. */
    private static final List<Topic<?>> FACTS =
            List.of(
                    Topics.ORDERS,
                    Topics.PARCEL_MILESTONES,
                    Topics.PARCEL_STALLS,
                    Topics.INTERCEPTION_RESULTS,
                    Topics.PAYOUT_RESULTS);

    private final KafkaSettings kafka;
    private final Partitions partitions;
    private final ShopId shop;
    private final Instant from;
    private final Instant until;
    private final Duration lead;
    private final int recordsAtMost;

    RecordedTopics(
            KafkaSettings kafka,
            ShopId shop,
            Instant from,
            Instant until,
            Duration lead,
            int recordsAtMost) {
        this.kafka = kafka;
        this.partitions = new Partitions(kafka.partitions());
        this.shop = shop;
        this.from = from;
        this.until = until;
        this.lead = lead;
        this.recordsAtMost = recordsAtMost;
    }

    @Override
    public void read(Orders orders, Progress progress) throws IOException {
        try (TopicReader reader = new TopicReader(kafka)) {
            Map<Topic<?>, List<Range>> all = ranges(reader);
            progress.of(all.values().stream().flatMap(List::stream).mapToLong(Range::length).sum());
            for (int partition = 0; partition < partitions.count(); partition++) {
                gathered(reader, partition, all, progress).bring(orders, until);
            }
        }
    }

    private Map<Topic<?>, List<Range>> ranges(TopicReader reader) {
        Map<Topic<?>, List<Range>> all = new HashMap<>();
        Instant begin = from.minus(lead);
        all.put(
                Topics.AFTERSALES_REQUESTS,
                reader.ranges(Topics.AFTERSALES_REQUESTS, begin, until));
        FACTS.forEach(topic -> all.put(topic, reader.ranges(topic, begin, until)));
        return all;
    }

    private static List<Range> ranges(
            Map<Topic<?>, List<Range>> all, Topic<?> topic, int partition) {
        return all.getOrDefault(topic, List.of()).stream()
                .filter(range -> range.partition().partition() == partition)
                .toList();
    }

    private Gathered gathered(
            TopicReader reader, int partition, Map<Topic<?>, List<Range>> all, Progress progress) {
        Gathered gathered = new Gathered(recordsAtMost);
        reader.read(
                ranges(all, Topics.AFTERSALES_REQUESTS, partition),
                record -> decode(Topics.AFTERSALES_REQUESTS, record, gathered),
                progress::more);
        gathered.keep(records -> matters(partition, records));
        for (Topic<?> topic : FACTS) {
            reader.read(
                    ranges(all, topic, partition),
                    record -> {
                        if (isOf(record.key(), gathered)) {
                            decode(topic, record, gathered);
                        }
                    },
                    progress::more);
            if (topic.equals(Topics.ORDERS)) {
                gathered.keep(this::mayBeOfShop);
            }
        }
        return gathered;
    }

    private boolean matters(int partition, List<Recorded> requests) {
        OrderId order = requests.getFirst().input().order();
        return partitions.of(order.value()) == partition
                && requests.stream().anyMatch(this::asksInThePeriod);
    }

    private boolean asksInThePeriod(Recorded record) {
        return !record.at().isBefore(from)
                && record.input() instanceof Recorded.Input.OfPeople(RefundRequested _);
    }

    private boolean mayBeOfShop(List<Recorded> records) {
        return records.stream()
                .noneMatch(record ->
                        record.input() instanceof Recorded.Input.OfOrder(OrderPlaced placed)
                                && !placed.shopId().equals(shop));
    }

    private static boolean isOf(byte @Nullable [] key, Gathered gathered) {
        if (key == null) {
            return false;
        }
        try {
            return gathered.has(new OrderId(new String(key, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What cannot be read was put aside by the engine too. */
    private static <V> void decode(
            Topic<V> topic, ConsumerRecord<byte[], byte[]> record, Gathered gathered) {
        switch (EventJson.read(topic, record.value())) {
            case Read.Event<V>(var event) ->
                    gathered.add(Recorded.of(Instant.ofEpochMilli(record.timestamp()), event));
            case Read.Unreadable<V> _ -> {}
        }
    }
}
