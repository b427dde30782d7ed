package io.waybillguard.aftersales.dispatch;

import io.waybillguard.events.topics.Topic;
import io.waybillguard.kit.kafka.EventPublisher;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Writes to topics and waits for the brokers' word, longer than the producer itself tries. */
final class KafkaOutbox implements Outbox {

    private static final int PATIENCE_SECONDS = 45;

    private final EventPublisher publisher;

    KafkaOutbox(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public <V> void write(Topic<V> topic, V event) {
        await(topic.name(), publisher.publish(topic, event));
    }

    /** Waits for something sent to {@code topic}. */
    static void await(String topic, CompletableFuture<?> sent) {
        try {
            sent.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new NotWrittenException(topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotWrittenException(topic, e);
        }
    }
}
