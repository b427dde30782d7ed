package io.waybillguard.kit.kafka;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts {@code dead_letters_total{topic,reason}}. */
public final class DeadLetterCounter {

    private final MeterRegistry meters;

    public DeadLetterCounter(MeterRegistry meters) {
        this.meters = meters;
    }

    /** One more; {@code reason} must be one of a few fixed words. */
    public void count(String topic, String reason) {
        meters.counter("dead.letters", "topic", topic, "reason", reason).increment();
    }
}
