package io.waybillguard.aftersales.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.kit.kafka.DeadLetterCounter;
import java.time.Clock;

/** All that the topology measures. */
record EngineMeters(
        RefundMeters refunds,
        OpenCases openCases,
        PulseMeters pulses,
        DeadLetterCounter deadLetters) {

    static EngineMeters of(MeterRegistry meters) {
        return new EngineMeters(
                new RefundMeters(meters),
                new OpenCases(meters),
                new PulseMeters(meters, Clock.systemUTC()),
                new DeadLetterCounter(meters));
    }
}
