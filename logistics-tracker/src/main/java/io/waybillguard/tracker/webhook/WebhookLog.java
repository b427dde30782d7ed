package io.waybillguard.tracker.webhook;

import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.kit.kafka.EventPublisher;
import io.waybillguard.tracker.provider.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes webhooks to their topic, exactly as they came. */
final class WebhookLog implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WebhookLog.class);

    private final EventPublisher publisher;
    private final Duration patience;
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

    WebhookLog(EventPublisher publisher, Duration patience) {
        this.publisher = publisher;
        this.patience = patience;
    }

    /**
     * Writes it under its waybill number, or under its account where the number cannot be told: it
     * was taken, so it must at least become a dead letter.
     *
     * @return whether all replicas have it, in time; if not it may still be written, and coming
     *     again it is a duplicate
     */
    boolean isWritten(String provider, Webhook webhook, Optional<ParcelId> parcel) {
        String key = parcel.map(ParcelId::waybill).orElse(webhook.account());
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(
                        Topics.COURIER_WEBHOOKS.name(), null, utf8(key), webhook.body());
        record.headers().add("provider", utf8(provider)).add("account", utf8(webhook.account()));
        webhook.headers().forEach((name, value) -> record.headers().add(name, utf8(value)));
        return isSent(record);
    }

    /** The producer itself may block while it has no metadata: it waits on a thread of its own. */
    private boolean isSent(ProducerRecord<byte[], byte[]> record) {
        Future<RecordMetadata> sent = senders.submit(() -> publisher.send(record).get());
        try {
            sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            log.warn("a webhook was not written within {}", patience);
        } catch (ExecutionException e) {
            log.warn("a webhook was not written: {}", String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        senders.close();
    }
}
