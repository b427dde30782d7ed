package io.waybillguard.orders.command;

import io.waybillguard.events.topics.Topic;
import io.waybillguard.kit.kafka.EventPublisher;
import io.waybillguard.orders.order.Verdict;
import io.waybillguard.orders.projection.Positions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.springframework.stereotype.Component;

/** Says what a verdict lets be said, and waits a while for the projection to see it. */
@Component
class Saying {
    private final EventPublisher publisher;
    private final Positions positions;
    private final CommandSettings settings;

    Saying(EventPublisher publisher, Positions positions, CommandSettings settings) {
        this.publisher = publisher;
        this.positions = positions;
        this.settings = settings;
    }

    /**
     * Carries a verdict out.
     *
     * @throws RefusedException when it is a refusal
     * @throws TooLargeException when the log takes none so large
     * @throws NotAcceptedException when the log does not confirm
     */
    <E> Done say(Topic<E> topic, Verdict<E> verdict) {
        return switch (verdict) {
            case Verdict.Publish<E>(var event) -> say(topic, event);
            case Verdict.Repeated<E>() -> Done.REPEATED;
            case Verdict.Refused<E>(var code, var detail, var findings) ->
                    throw new RefusedException(code, detail, findings);
        };
    }

    private <E> Done say(Topic<E> topic, E event) {
        RecordMetadata written = confirmed(publisher.publish(topic, event));
        CompletableFuture<Void> seen =
                positions.passed(
                        new TopicPartition(written.topic(), written.partition()), written.offset());
        try {
            within(settings.readYourWrite(), seen);
            return Done.SEEN;
        } catch (TimeoutException e) {
            seen.cancel(false);
            return Done.PENDING;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private RecordMetadata confirmed(CompletableFuture<RecordMetadata> sent) {
        try {
            return within(settings.publishWithin(), sent);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                throw new TooLargeException(e.getCause());
            }
            throw new NotAcceptedException(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new NotAcceptedException(e);
        }
    }

    private static <T> T within(Duration time, CompletableFuture<T> future)
            throws ExecutionException, TimeoutException {
        try {
            return future.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAcceptedException(e);
        }
    }
}
