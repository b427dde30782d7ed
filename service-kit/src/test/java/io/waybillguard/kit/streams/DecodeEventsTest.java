package io.waybillguard.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.order.OrderEvent.OrderPaid;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.kit.kafka.DeadLetterCounter;
import io.waybillguard.kit.kafka.DeadLetterHeaders;
import io.waybillguard.kit.kafka.EventSerializer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodeEventsTest {

    private static final String EVENTS = "events";
    private static final OrderPaid PAID =
            new OrderPaid(
                    new OrderId("o-1"), Money.yuan(25), Instant.parse("2026-03-01T04:00:00Z"));
    private static final byte[] KEY = utf8("a key of its own");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver = new TopologyTestDriver(topology(), new Properties());
    private final TestInputTopic<byte[], byte[]> orders =
            driver.createInputTopic(
                    Topics.ORDERS.name(), new ByteArraySerializer(), new ByteArraySerializer());
    private final TestOutputTopic<String, byte[]> events =
            driver.createOutputTopic(EVENTS, new StringDeserializer(), new ByteArrayDeserializer());
    private final TestOutputTopic<byte[], byte[]> deadLetters =
            driver.createOutputTopic(
                    "orders.v1.dlt", new ByteArrayDeserializer(), new ByteArrayDeserializer());

    private Topology topology() {
        Topology topology = new Topology();
        EventSources.add(
                topology,
                Topics.ORDERS,
                new DecodeEvents.Supplier<>(
                        Topics.ORDERS, new DeadLetterCounter(meters), List.of(EVENTS)));
        String decoder = EventSources.decoderOf(Topics.ORDERS);
        topology.addSink(
                EVENTS, EVENTS, new StringSerializer(), new EventSerializer("kit"), decoder);
        return EventSources.addDeadLetters(topology, decoder);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void anEventGoesOnUnderTheKeyThatItTells() {
        orders.pipeInput(KEY, EventJson.write(PAID));

        assertThat(events.readRecord().key()).isEqualTo("o-1");
        assertThat(deadLetters.isEmpty()).isTrue();
        assertThat(meters.find("dead.letters").counter()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    not-json     | {"type":"order.paid.v1"
                    not-json     | \\u0000\\u0001
                    unknown-type | {"type":"order.stolen.v1"}
                    unknown-type | {"orderId":"o-1"}
                    unknown-type | {"type":"java.lang.Runtime"}
                    invalid      | {"type":"order.paid.v1"}
                    invalid      | {"type":"order.paid.v1","orderId":"o-1","paid":-1,"at":"2026-03-01T04:00:00Z"}
                    invalid      | {"type":"order.paid.v1","orderId":"o-1","paid":1,"at":"yesterday"}
                    empty        | null
                    """)
    void whatIsNoEventIsPutAsideAsItCameAndTheNextIsRead(String reason, String value) {
        byte[] bytes = utf8(value);

        orders.pipeInput(KEY, bytes);
        orders.pipeInput(KEY, EventJson.write(PAID));

        assertPutAside(reason, bytes);
        assertThat(events.readKeyValuesToList()).hasSize(1);
    }

    @Test
    void noBytesAreNoEvent() {
        orders.pipeInput(new TestRecord<>(KEY, null));
        assertPutAside("empty", null);
        orders.pipeInput(KEY, new byte[0]);
        assertThat(deadLetters.readRecord().value()).isEmpty();
        assertThat(counted("empty")).isEqualTo(2);
    }

    @Test
    void aRecordWithoutKeyIsPutAsideToo() {
        orders.pipeInput(null, utf8("no"));

        assertThat(deadLetters.readRecord().key()).isNull();
    }

    @Test
    void whatIsTooLargeIsPutAsideShortEnoughToBeWritten() {
        orders.pipeInput(KEY, new byte[EventJson.MAX_BYTES + 1]);

        TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
        assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo("too-large");
        assertThat(header(letter, DeadLetterHeaders.CUT)).isEqualTo("value of 1048577 bytes");
        assertThat(letter.value()).hasSizeLessThan(EventJson.MAX_BYTES);
    }

    @Test
    void headersThatSomebodyMadeUpDecideNothing() {
        RecordHeaders headers = new RecordHeaders();
        headers.add(DeadLetterHeaders.TOPIC, utf8("refund.payouts.v1"));
        headers.add(DeadLetterHeaders.REASON, new byte[] {(byte) 0xff});
        headers.add("__TypeId__", utf8("javax.script.ScriptEngineManager"));
        headers.add("ce_type", utf8("order.closed.v1"));
        headers.add("", null);

        orders.pipeInput(new TestRecord<>(KEY, utf8("no"), headers));
        orders.pipeInput(new TestRecord<>(KEY, EventJson.write(PAID), headers));

        TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
        assertThat(header(letter, DeadLetterHeaders.TOPIC)).isEqualTo("orders.v1");
        assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo("not-json");
        assertThat(header(letter, "__TypeId__")).isEqualTo("javax.script.ScriptEngineManager");
        TestRecord<String, byte[]> event = events.readRecord();
        assertThat(event.headers().lastHeader("__TypeId__")).isNull();
        assertThat(event.headers().lastHeader(DeadLetterHeaders.TOPIC)).isNull();
        assertThat(
                        new String(
                                event.headers().lastHeader("ce_type").value(),
                                StandardCharsets.UTF_8))
                .isEqualTo("order.paid.v1");
    }

    @Test
    void whateverBytesComeEachIsAnEventOrADeadLetter() {
        Random random = new Random(11);
        byte[] good = EventJson.write(PAID);
        int records = 3_000;
        for (int i = 0; i < records; i++) {
            byte[] bytes = good.clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            orders.pipeInput(KEY, bytes);
        }

        long understood = events.getQueueSize();
        long putAside = deadLetters.getQueueSize();
        assertThat(understood + putAside).isEqualTo(records);
        assertThat(understood).isPositive();
        assertThat(
                        meters.find("dead.letters").counters().stream()
                                .mapToDouble(c -> c.count())
                                .sum())
                .isEqualTo(putAside);
    }

    private void assertPutAside(String reason, byte[] value) {
        TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
        assertThat(letter.key()).isEqualTo(KEY);
        assertThat(letter.value()).isEqualTo(value);
        assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo(reason);
        assertThat(header(letter, DeadLetterHeaders.TOPIC)).isEqualTo("orders.v1");
        assertThat(header(letter, DeadLetterHeaders.PARTITION)).isEqualTo("0");
        assertThat(header(letter, DeadLetterHeaders.OFFSET)).isEqualTo("0");
        assertThat(counted(reason)).isEqualTo(1);
    }

    private double counted(String reason) {
        return meters.get("dead.letters")
                .tag("topic", "orders.v1")
                .tag("reason", reason)
                .counter()
                .count();
    }

    private static String header(TestRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
