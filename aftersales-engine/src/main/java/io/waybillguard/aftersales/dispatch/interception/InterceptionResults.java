package io.waybillguard.aftersales.dispatch.interception;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.aftersales.dispatch.Outbox;
import io.waybillguard.events.interception.InterceptionResult;
import io.waybillguard.events.interception.InterceptionResult.InterceptionAccepted;
import io.waybillguard.events.interception.InterceptionResult.InterceptionFailed;
import io.waybillguard.events.interception.InterceptionResult.InterceptionSucceeded;
import io.waybillguard.events.interception.InterceptionResult.InterceptionUnknown;
import io.waybillguard.events.interception.InterceptionResult.InterceptionWaiting;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.CourierCode;

/** Tells the engine, and counts {@code interceptions_total{courier,outcome}}. */
final class InterceptionResults {

    private final Outbox outbox;
    private final MeterRegistry meters;

    InterceptionResults(Outbox outbox, MeterRegistry meters) {
        this.outbox = outbox;
        this.meters = meters;
    }

    /**
     * Returns when {@code result} is on its topic.
     *
     * @throws Outbox.NotWrittenException when that is not known
     */
    void tell(InterceptionResult result) {
        outbox.write(Topics.INTERCEPTION_RESULTS, result);
        count(result.parcel().courier(), outcome(result));
    }

    /** Counts what is not told. */
    void count(CourierCode courier, String outcome) {
        meters.counter("interceptions", "courier", courier.value(), "outcome", outcome).increment();
    }

    private static String outcome(InterceptionResult result) {
        return switch (result) {
            case InterceptionAccepted _ -> "accepted";
            case InterceptionSucceeded _ -> "succeeded";
            case InterceptionFailed _ -> "failed";
            case InterceptionUnknown _ -> "unknown";
            case InterceptionWaiting _ -> "waiting";
        };
    }
}
