package io.waybillguard.aftersales.dispatch;

import io.waybillguard.events.topics.Topic;

/** Where results go. */
@FunctionalInterface
public interface Outbox {

    /**
     * Returns when all replicas have {@code event}.
     *
     * @throws NotWrittenException when that is not known
     */
    <V> void write(Topic<V> topic, V event);

    /** A result may or may not be on its topic: what led to it must be done again. */
    final class NotWrittenException extends RuntimeException {
        /** The result of {@code topic} could not be written. */
        public NotWrittenException(String topic, Throwable cause) {
            super("nothing is known of a result for " + topic, cause);
        }
    }
}
