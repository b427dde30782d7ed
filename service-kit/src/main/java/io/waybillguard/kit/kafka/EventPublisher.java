package io.waybillguard.kit.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.waybillguard.events.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends events from outside a topology: written by all replicas and in order, or the future fails.
 */
public final class EventPublisher implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaClientMetrics metrics;
    private final EventSerializer serializer;

    /**
     * A publisher with a producer of its own.
     *
     * @param service the source its events name
     */
    public EventPublisher(KafkaSettings settings, MeterRegistry meters, String service) {
        Map<String, Object> properties = settings.clientProperties();
        properties.put("acks", "all");
        properties.put("enable.idempotence", true);
        properties.put("linger.ms", 5);
        properties.put("compression.type", "lz4");
        properties.put("delivery.timeout.ms", 30_000);
        properties.put("request.timeout.ms", 10_000);
        properties.put("max.block.ms", 10_000);
        this.producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer());
        this.metrics = new KafkaClientMetrics(producer);
        this.metrics.bindTo(meters);
        this.serializer = new EventSerializer(service);
    }

    /** Sends an event under the key that its topic's catalogue entry derives. */
    public <V> CompletableFuture<RecordMetadata> publish(Topic<V> topic, V event) {
        RecordHeaders headers = new RecordHeaders();
        byte @Nullable [] value = serializer.serialize(topic.name(), headers, event);
        byte[] key = topic.keyFor(event).getBytes(StandardCharsets.UTF_8);
        return send(new ProducerRecord<>(topic.name(), null, key, value, headers));
    }

    /** Sends a record as it is. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback tells what the future would
    public CompletableFuture<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
        CompletableFuture<RecordMetadata> sent = new CompletableFuture<>();
        try {
            producer.send(
                    record,
                    (metadata, failure) -> {
                        if (failure == null) {
                            sent.complete(metadata);
                        } else {
                            sent.completeExceptionally(failure);
                        }
                    });
        } catch (RuntimeException e) {
            sent.completeExceptionally(e);
        }
        return sent;
    }

    @Override
    public void close() {
        metrics.close();
        producer.close();
    }
}
