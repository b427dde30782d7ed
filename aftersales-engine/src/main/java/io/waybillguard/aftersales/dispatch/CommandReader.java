package io.waybillguard.aftersales.dispatch;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.kit.kafka.DeadLetterPublisher;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads commands; what is none becomes a dead letter. */
@FunctionalInterface
public interface CommandReader {

    /** The command in {@code record}; empty when it was none and is kept as a dead letter. */
    <V> Optional<V> read(Topic<V> topic, ConsumerRecord<byte[], byte[]> record);

    /** A reader that writes dead letters with {@code deadLetters}, and waits for them. */
    static CommandReader with(DeadLetterPublisher deadLetters) {
        return new CommandReader() {
            @Override
            public <V> Optional<V> read(Topic<V> topic, ConsumerRecord<byte[], byte[]> record) {
                return switch (EventJson.read(topic, record.value())) {
                    case Read.Event<V>(var command) -> Optional.of(command);
                    case Read.Unreadable<V>(var reason, var detail) -> {
                        KafkaOutbox.await(
                                record.topic(),
                                deadLetters.publish(record, reason.label(), detail));
                        yield Optional.empty();
                    }
                };
            }
        };
    }
}
