package io.waybillguard.notifier.stream;

import static io.waybillguard.events.topics.Topics.AFTERSALES_EVENTS;
import static io.waybillguard.events.topics.Topics.NOTICE_OUTBOX;
import static io.waybillguard.events.topics.Topics.NOTICE_RECEIPTS;
import static io.waybillguard.events.topics.Topics.NOTICE_REQUESTS;
import static io.waybillguard.events.topics.Topics.NOTIFIER_NEWS;
import static io.waybillguard.events.topics.Topics.NOTIFIER_PULSES;
import static io.waybillguard.events.topics.Topics.NOTIFIER_RECALLS;
import static io.waybillguard.events.topics.Topics.PARCEL_MILESTONES;
import static io.waybillguard.events.topics.Topics.PARCEL_STALLS;
import static io.waybillguard.events.topics.Topics.SHOP_POLICIES;

import io.waybillguard.events.topics.Topic;
import io.waybillguard.kit.kafka.DeadLetterCounter;
import io.waybillguard.kit.kafka.EventSerializer;
import io.waybillguard.kit.streams.DecodeEvents;
import io.waybillguard.kit.streams.EventSources;
import io.waybillguard.notifier.notice.News;
import io.waybillguard.notifier.notice.NewsOf;
import io.waybillguard.notifier.notice.NewsOfCase;
import io.waybillguard.notifier.notice.Recall;
import io.waybillguard.notifier.stream.Progress.ReadUntil;
import io.waybillguard.timers.PulseTopology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.Stores;

/**
 * Wires the notifier: orders' events to news, news and pulses to planned messages. It is one
 * sub-topology: by its pulse a task knows how far it has read all its inputs, and tells the others
 * behind the news that it made of them.
 */
final class NotifierTopology {

    static final String BUYERS = "buyers";
    static final String POLICIES = "policies";
    static final String RECALLS = "recalls";
    static final String NEWS = "news";
    static final String READ_NEWS = "read-news";
    static final String DECODE_NEWS = "decode-news";
    static final String TAKE_REQUESTS = "take-requests";
    static final String PLAN = "plan";
    static final String OUTBOX = "outbox";
    static final String RECEIPTS = "receipts";
    static final String RECALL = "recall";
    private static final String SERVICE = "notifier";

    private final Topology topology = new Topology();
    private final List<String> tellingNews = new ArrayList<>();
    private final List<String> rejecting = new ArrayList<>();
    private final DeadLetterCounter deadLetters;
    private final PlanNotices.Supplier planning;

    private NotifierTopology(DeadLetterCounter deadLetters, PlanNotices.Supplier planning) {
        this.deadLetters = deadLetters;
        this.planning = planning;
    }

    static Topology of(DeadLetterCounter deadLetters, PlanNotices.Supplier planning) {
        return new NotifierTopology(deadLetters, planning).wired();
    }

    private Topology wired() {
        everywhere(POLICIES, SHOP_POLICIES, () -> new KeepTerms(deadLetters));
        everywhere(RECALLS, NOTIFIER_RECALLS, () -> new KeepRecalls(deadLetters));
        read(PARCEL_STALLS, NewsOf::stall);
        read(PARCEL_MILESTONES, NewsOf::milestone);
        read(AFTERSALES_EVENTS, NewsOfCase::of);
        int partitions = planning.telling().partitions();
        decode(NOTICE_REQUESTS, TAKE_REQUESTS, () -> new TakeRequests(partitions));
        var bytes = new ByteArrayDeserializer();
        topology.addSource(READ_NEWS, bytes, bytes, NOTIFIER_NEWS.name())
                .addProcessor(DECODE_NEWS, () -> new DecodeNews(deadLetters), READ_NEWS);
        rejecting.add(DECODE_NEWS);
        PulseTopology.addTo(topology, NOTIFIER_PULSES.name(), planning.pulses().every());
        topology.addProcessor(PLAN, planning, TAKE_REQUESTS, DECODE_NEWS, PulseTopology.SOURCE);
        tellingNews.add(PLAN);
        news();
        EventSources.addDeadLetters(topology, rejecting.toArray(String[]::new));
        write(OUTBOX, NOTICE_OUTBOX);
        write(RECEIPTS, NOTICE_RECEIPTS);
        Serializer<Recall> recall = (_, value) -> NoticeJson.write(value);
        topology.addSink(RECALL, NOTIFIER_RECALLS.name(), new StringSerializer(), recall, PLAN);
        return topology;
    }

    private void everywhere(
            String store, Topic<?> topic, ProcessorSupplier<String, byte[], Void, Void> keeping) {
        topology.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(store),
                                Serdes.String(),
                                Serdes.ByteArray())
                        .withLoggingDisabled(),
                topic.name(),
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                topic.name(),
                "keep-" + store,
                keeping);
    }

    private <V> void read(Topic<V> topic, BiFunction<V, Instant, List<News>> reading) {
        decode(topic, "news-of-" + topic.name(), () -> new ForwardNews<>(reading));
    }

    private <V> void decode(
            Topic<V> topic, String reader, ProcessorSupplier<Object, V, String, News> supplier) {
        EventSources.add(
                topology, topic, new DecodeEvents.Supplier<>(topic, deadLetters, List.of(reader)));
        rejecting.add(EventSources.decoderOf(topic));
        tellingNews.add(reader);
        topology.addProcessor(reader, supplier, EventSources.decoderOf(topic));
    }

    /** News goes to its buyer's partition, words of progress go to every one. */
    private void news() {
        Serializer<Object> serializer =
                (_, value) ->
                        switch (value) {
                            case News news -> NoticeJson.write(news);
                            case ReadUntil word -> NoticeJson.write(word);
                            default -> throw new IllegalStateException("not for the news");
                        };
        StreamPartitioner<String, Object> partitioner =
                (_, _, value, count) ->
                        value instanceof ReadUntil ? Optional.of(every(count)) : Optional.empty();
        topology.addSink(
                NEWS,
                NOTIFIER_NEWS.name(),
                new StringSerializer(),
                serializer,
                partitioner,
                tellingNews.toArray(String[]::new));
    }

    private static Set<Integer> every(int partitions) {
        return IntStream.range(0, partitions).boxed().collect(Collectors.toUnmodifiableSet());
    }

    private void write(String sink, Topic<?> topic) {
        topology.addSink(
                sink, topic.name(), new StringSerializer(), new EventSerializer(SERVICE), PLAN);
    }
}
