package io.waybillguard.aftersales.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.events.interception.InterceptionResult;
import io.waybillguard.events.interception.InterceptionResult.InterceptionAccepted;
import io.waybillguard.events.interception.InterceptionResult.InterceptionFailed;
import io.waybillguard.events.interception.InterceptionResult.InterceptionSucceeded;
import io.waybillguard.events.interception.InterceptionResult.InterceptionUnknown;
import io.waybillguard.events.interception.InterceptionResult.InterceptionWaiting;
import io.waybillguard.events.payout.PayoutResult;
import io.waybillguard.events.payout.PayoutResult.PayoutDeclined;
import io.waybillguard.events.payout.PayoutResult.PayoutPaid;
import io.waybillguard.events.payout.PayoutResult.PayoutParked;

/**
 * Counts {@code payouts_total{outcome}} and {@code interceptions_total{courier,outcome}} where the
 * commands are carried out by others: our own dispatchers count theirs themselves.
 *
 * @param payouts others pay
 * @param interceptions others call the couriers
 */
record AnswerMeters(MeterRegistry meters, boolean payouts, boolean interceptions) {

    void heard(Object input) {
        switch (input) {
            case PayoutResult result when payouts ->
                    meters.counter("payouts", "outcome", outcome(result)).increment();
            case InterceptionResult result when interceptions ->
                    meters.counter(
                                    "interceptions",
                                    "courier",
                                    result.parcel().courier().value(),
                                    "outcome",
                                    outcome(result))
                            .increment();
            default -> {}
        }
    }

    private static String outcome(PayoutResult result) {
        return switch (result) {
            case PayoutPaid _ -> "paid";
            case PayoutDeclined _ -> "declined";
            case PayoutParked _ -> "parked";
        };
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
