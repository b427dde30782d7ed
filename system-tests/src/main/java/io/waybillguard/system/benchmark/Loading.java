package io.waybillguard.system.benchmark;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.order.OrderEvent.OrderShipped;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.system.benchmark.Journeys.Journey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes the input, all of it, before anything is measured. */
final class Loading implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    Loading(String servers) {
        producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                servers,
                                "compression.type",
                                "lz4",
                                "linger.ms",
                                20,
                                "batch.size",
                                256 * 1024,
                                "buffer.memory",
                                64L << 20),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    /** Says of every parcel whose it is. */
    void orders(List<Journey> journeys) {
        for (Journey journey : journeys) {
            var shipped =
                    new OrderShipped(
                            new OrderId(journey.order()),
                            new ShopId("shop-1"),
                            new BuyerId("b-" + journey.order()),
                            journey.parcel(),
                            "kuaishou",
                            "",
                            new Region("浙江", "杭州"),
                            true,
                            journey.shippedAt());
            send(
                    new ProducerRecord<>(
                            Topics.ORDERS.name(),
                            journey.order().getBytes(StandardCharsets.UTF_8),
                            EventJson.write(shipped)));
        }
        flush();
    }

    /**
     * Writes the scans.
     *
     * @return how many records
     */
    long scans(Input input, Traffic traffic, List<Journey> journeys) {
        long count = traffic.play(journeys, arrival -> send(input.record(arrival)));
        flush();
        return count;
    }

    /** Sends one arrival, and does not wait for it. */
    void scan(Input input, Traffic.Arrival arrival) {
        send(input.record(arrival));
    }

    /** Sends a record, and does not wait for it. */
    void send(ProducerRecord<byte[], byte[]> record) {
        var _ =
                producer.send(
                        record,
                        (_, thrown) -> {
                            if (thrown != null) {
                                failure.compareAndSet(null, thrown);
                            }
                        });
    }

    /**
     * Waits until all that was sent is written.
     *
     * @throws IllegalStateException when some of it was not
     */
    void flush() {
        producer.flush();
        Exception thrown = failure.get();
        if (thrown != null) {
            throw new IllegalStateException("the input could not be written", thrown);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
