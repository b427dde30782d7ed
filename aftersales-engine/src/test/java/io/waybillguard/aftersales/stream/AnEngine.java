package io.waybillguard.aftersales.stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybillguard.aftersales.allowance.DayCaps;
import io.waybillguard.aftersales.dispatch.DispatchModes;
import io.waybillguard.aftersales.refund.CaseTerms;
import io.waybillguard.aftersales.refund.RefundDesk;
import io.waybillguard.aftersales.rules.Agreements;
import io.waybillguard.aftersales.rules.Limits;
import io.waybillguard.aftersales.rules.RefundTable;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.parcel.TrackerProgress.ReadUntil;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.Money;
import io.waybillguard.kit.streams.Partitions;
import io.waybillguard.timers.PulseSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** The whole topology on a test driver, with a clock that is moved by hand. */
final class AnEngine implements AutoCloseable {

    static final Duration SLACK = Duration.ofSeconds(2);

    private static final ByteArraySerializer BYTES = new ByteArraySerializer();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private Instant at;

    /**
     * How it is set.
     *
     * @param dispatch who carries commands out
     */
    record Set(CaseTerms terms, int partitions, DispatchModes.Mode dispatch, DayCaps caps) {
        static final Set AS_USUAL =
                new Set(
                        CaseTerms.DEFAULT,
                        1,
                        DispatchModes.Mode.HTTP,
                        new DayCaps(null, null, ZoneId.of("Asia/Shanghai")));

        Set ofPartitions(int count) {
            return new Set(terms, count, dispatch, caps);
        }

        Set with(CaseTerms other) {
            return new Set(other, partitions, dispatch, caps);
        }

        Set dispatchedBy(DispatchModes.Mode mode) {
            return new Set(terms, partitions, mode, caps);
        }

        Set capped(@Nullable Money shop, @Nullable Money buyer) {
            return new Set(terms, partitions, dispatch, new DayCaps(shop, buyer, caps.zone()));
        }
    }

    AnEngine(Instant start) {
        this(start, Set.AS_USUAL);
    }

    AnEngine(Instant start, Set set) {
        Properties properties = new Properties();
        properties.setProperty(StreamsConfig.APPLICATION_ID_CONFIG, "engine-test");
        properties.setProperty(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, "0");
        this.driver = new TopologyTestDriver(topology(meters, set), properties, start);
        this.at = start;
    }

    static Topology topology(SimpleMeterRegistry meters, Set set) {
        RefundDesk desk =
                new RefundDesk(
                        new RefundTable(Limits.DEFAULT, Agreements.DEFAULT),
                        set.terms(),
                        50,
                        set.caps().capped());
        DispatchModes.By by = new DispatchModes.By(set.dispatch());
        return EngineTopology.of(
                new ProcessOrder.Supplier(
                        desk,
                        PulseSettings.DEFAULT,
                        EngineMeters.of(meters, new DispatchModes(by, by)),
                        new StoreSettings(StoreSettings.Kind.HEAP, DataSize.ofKilobytes(64)),
                        new Partitions(set.partitions())),
                new KeepAllowances.Supplier(
                        set.caps(), Duration.ofDays(30), new AllowanceMeters(meters)),
                PulseSettings.DEFAULT.every());
    }

    SimpleMeterRegistry meters() {
        return meters;
    }

    AnEngine at(Instant instant) {
        at = instant;
        return this;
    }

    <V> AnEngine tell(Topic<V> topic, V event) {
        String key = topic.keyOf() == null ? "any" : topic.keyFor(event);
        return bytes(topic, key, EventJson.write(event));
    }

    AnEngine bytes(Topic<?> topic, String key, byte[] value) {
        TestInputTopic<byte[], byte[]> input = driver.createInputTopic(topic.name(), BYTES, BYTES);
        input.pipeInput(new TestRecord<>(key.getBytes(StandardCharsets.UTF_8), value, at));
        return this;
    }

    /** The tracker's only partition has read until then. */
    AnEngine trackerReadUntil(Instant until) {
        return tell(Topics.TRACKER_PROGRESS, new ReadUntil(0, 1, until));
    }

    /** A pulse that proves {@code now}. */
    AnEngine now(Instant now) {
        at = now.plus(SLACK);
        return bytes(Topics.ENGINE_PULSES, "0", new byte[0]);
    }

    <V> List<V> read(Topic<V> topic) {
        List<V> events = new ArrayList<>();
        TestOutputTopic<byte[], byte[]> output = outputs(topic.name());
        while (!output.isEmpty()) {
            events.add(event(topic, output.readRecord()));
        }
        return events;
    }

    TestRecord<byte[], byte[]> output(String topic) {
        return outputs(topic).readRecord();
    }

    private TestOutputTopic<byte[], byte[]> outputs(String topic) {
        return driver.createOutputTopic(
                topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static <V> V event(Topic<V> topic, TestRecord<byte[], byte[]> record) {
        return switch (EventJson.read(topic, record.value())) {
            case Read.Event<V>(var value) -> value;
            case Read.Unreadable<V> unreadable -> throw new AssertionError(unreadable);
        };
    }

    double count(String name, String... tags) {
        var counter = meters.find(name).tags(tags).counter();
        return counter == null ? 0 : counter.count();
    }

    double gauge(String name, String... tags) {
        return meters.get(name).tags(tags).gauge().value();
    }

    @Override
    public void close() {
        driver.close();
    }
}
