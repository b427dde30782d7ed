package io.waybillguard.tracker.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.policy.ForceMajeureEvent.ForceMajeureSet;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.kit.kafka.DeadLetterCounter;
import io.waybillguard.kit.streams.Partitions;
import io.waybillguard.tracker.kuaidi100.Kuaidi100;
import io.waybillguard.tracker.kuaidi100.Pushes;
import io.waybillguard.tracker.provider.Account;
import io.waybillguard.tracker.provider.Providers;
import io.waybillguard.tracker.provider.Told;
import io.waybillguard.tracker.silence.SilenceRules;
import io.waybillguard.tracker.stall.DefaultThresholds;
import io.waybillguard.tracker.stall.StallJudge;
import io.waybillguard.tracker.stall.ThresholdTable;
import io.waybillguard.tracker.stream.TrackerSettings.Feed;
import io.waybillguard.tracker.stream.TrackerSettings.Keep;
import io.waybillguard.tracker.stream.TrackerSettings.Pulses;
import io.waybillguard.tracker.tracking.Tracking;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** The tracker's topology on a test driver; its one task is partition 0. */
final class TopologyFixture implements AutoCloseable {

    static final Duration SLACK = Duration.ofSeconds(2);

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final int partitions;
    private final boolean publishScans;
    private final ThresholdTable thresholds;
    private final SilenceRules silences;
    private TopologyTestDriver driver;

    TopologyFixture() {
        this(1, true);
    }

    TopologyFixture(int partitions, boolean publishScans) {
        this(
                partitions,
                publishScans,
                new ThresholdTable(List.of(), DefaultThresholds.STANDARD),
                SilenceRules.STANDARD);
    }

    TopologyFixture(ThresholdTable thresholds, SilenceRules silences) {
        this(1, false, thresholds, silences);
    }

    private TopologyFixture(
            int partitions,
            boolean publishScans,
            ThresholdTable thresholds,
            SilenceRules silences) {
        this.thresholds = thresholds;
        this.silences = silences;
        this.partitions = partitions;
        this.publishScans = publishScans;
        this.driver = new TopologyTestDriver(topology(), properties(), Instant.EPOCH);
    }

    Topology topology() {
        TrackerSettings settings =
                new TrackerSettings(
                        StoreType.HEAP,
                        publishScans,
                        Duration.ofSeconds(1),
                        Told.LIMITS.arrival().ahead(),
                        300,
                        2,
                        new Pulses(Duration.ofSeconds(1), SLACK, 1000, Duration.ofSeconds(10)),
                        new Keep(
                                Duration.ofDays(30),
                                Duration.ofDays(60),
                                Duration.ofDays(180),
                                Duration.ofDays(60)),
                        new Feed(3, 30, 0.1, 0.5, Duration.ofHours(6), Duration.ofDays(7)));
        return new TrackerTopology(
                        "logistics-tracker",
                        new Providers(
                                List.of(
                                        new Kuaidi100(
                                                Told.LIMITS, ZoneId.of("Asia/Shanghai"), 1000)),
                                List.of(
                                        new Account(
                                                "kuaidi100", "main", List.of(Pushes.SALT), false)),
                                1 << 20),
                        new Tracking(
                                new StallJudge(thresholds),
                                settings.retention(),
                                settings.limits()),
                        settings,
                        silences,
                        new Partitions(partitions),
                        new TrackerMetrics(meters, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)),
                        new DeadLetterCounter(meters))
                .topology();
    }

    private static Properties properties() {
        return new Properties();
    }

    <V> void event(Topic<V> topic, V event, Instant at) {
        raw(topic.name(), EventJson.write(event), Map.of(), at);
    }

    void webhook(String account, byte[] body, Instant at) {
        raw(
                Topics.COURIER_WEBHOOKS.name(),
                body,
                Map.of("provider", "kuaidi100", "account", account),
                at);
    }

    /** With {@code more} headers before those that count. */
    void webhook(String account, byte[] body, RecordHeaders more, Instant at) {
        RecordHeaders all = new RecordHeaders(more);
        all.add("provider", "kuaidi100".getBytes(StandardCharsets.UTF_8));
        all.add("account", account.getBytes(StandardCharsets.UTF_8));
        raw(Topics.COURIER_WEBHOOKS.name(), body, all, at);
    }

    /** A pulse that proves that it is {@code now}. */
    void now(Instant now) {
        raw(Topics.TRACKER_PULSES.name(), new byte[0], Map.of(), now.plus(SLACK));
    }

    /** A filing as it now stands. */
    void filing(ForceMajeureSet filing, Instant at) {
        driver.createInputTopic(
                        Topics.FORCE_MAJEURE.name(),
                        new StringSerializer(),
                        new ByteArraySerializer())
                .pipeInput(filing.filingId().value(), EventJson.write(filing), at);
    }

    void raw(String topic, byte[] value, Map<String, String> headers, Instant at) {
        RecordHeaders all = new RecordHeaders();
        headers.forEach((name, text) -> all.add(name, text.getBytes(StandardCharsets.UTF_8)));
        raw(topic, value, all, at);
    }

    private void raw(String topic, byte[] value, RecordHeaders headers, Instant at) {
        TestInputTopic<byte[], byte[]> input =
                driver.createInputTopic(
                        topic, new ByteArraySerializer(), new ByteArraySerializer());
        input.pipeInput(new TestRecord<>(null, value, headers, at));
    }

    /** What the topic got since the last call. */
    <V> List<V> told(Topic<V> topic) {
        List<V> events = new ArrayList<>();
        for (TestRecord<byte[], byte[]> record : records(topic.name())) {
            events.add(((Read.Event<V>) EventJson.read(topic, record.value())).value());
        }
        return events;
    }

    List<TestRecord<byte[], byte[]>> records(String topic) {
        return driver.createOutputTopic(
                        topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    static String header(TestRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    KeyValueStore<String, byte[]> silences() {
        return driver.getKeyValueStore(SilenceStore.NAME);
    }

    int parcels() {
        return stored(ParcelStore.NAME);
    }

    /** How many orders have parcels that are known. */
    int orders() {
        return stored(ShipmentStore.NAME);
    }

    private int stored(String store) {
        int count = 0;
        try (var all = driver.<Object, byte[]>getKeyValueStore(store).all()) {
            while (all.hasNext()) {
                all.next();
                count++;
            }
        }
        return count;
    }

    /** The sum over all counters of that name whose tags contain the given ones. */
    double counted(String name, String... tags) {
        return meters.find(name).tags(tags).counters().stream().mapToDouble(Counter::count).sum();
    }

    double gauge(String name, String... tags) {
        return meters.find(name).tags(tags).gauges().stream().mapToDouble(Gauge::value).sum();
    }

    List<String> labels(String name) {
        return meters.find(name).meters().stream()
                .map(Meter::getId)
                .flatMap(id -> id.getTags().stream())
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .toList();
    }

    @Override
    public void close() {
        driver.close();
    }
}
