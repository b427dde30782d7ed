package io.waybillguard.aftersales.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.aftersales.dispatch.DispatchModes;
import io.waybillguard.kit.kafka.DeadLetterCounter;
import java.time.Clock;

/** All that the topology measures. */
record EngineMeters(
        RefundMeters refunds,
        OpenCases openCases,
        PulseMeters pulses,
        AnswerMeters answers,
        DeadLetterCounter deadLetters) {

    /**
     * Meters in {@code meters}.
     *
     * @param modes what others carry out is counted by what they answer
     */
    static EngineMeters of(MeterRegistry meters, DispatchModes modes) {
        return new EngineMeters(
                new RefundMeters(meters),
                new OpenCases(meters, Clock.systemUTC()),
                new PulseMeters(meters, Clock.systemUTC()),
                new AnswerMeters(
                        meters, modes.payout().isOthers(), modes.interception().isOthers()),
                new DeadLetterCounter(meters));
    }
}
