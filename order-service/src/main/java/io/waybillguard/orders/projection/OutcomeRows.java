package io.waybillguard.orders.projection;

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
import java.util.List;

/** What couriers and the payment side answered: the latest answer holds, but paid stays paid. */
final class OutcomeRows {
    private static final String INTERCEPTION =
            """
            insert into interceptions (interception_id, refund_id, order_id, courier, waybill, state,
                                       detail, at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (interception_id) do update set
                state = excluded.state, detail = excluded.detail, at = excluded.at
            """;
    private static final String PAYOUT =
            """
            insert into payouts (refund_id, order_id, amount_fen, outcome, detail, at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (refund_id) do update set
                outcome = excluded.outcome, detail = excluded.detail, at = excluded.at
            where payouts.outcome <> 'PAID'
            """;

    private OutcomeRows() {}

    static List<Write> of(InterceptionResult event) {
        return List.of(
                switch (event) {
                    case InterceptionAccepted _ -> interception(event, "ACCEPTED", "");
                    case InterceptionSucceeded _ -> interception(event, "SUCCEEDED", "");
                    case InterceptionFailed failed ->
                            interception(event, "FAILED", failed.reason());
                    case InterceptionUnknown unknown ->
                            interception(event, "UNKNOWN", unknown.detail());
                    case InterceptionWaiting waiting ->
                            interception(event, "UNKNOWN", waiting.detail());
                });
    }

    private static Write interception(InterceptionResult event, String state, String detail) {
        return Write.to(
                "interceptions",
                INTERCEPTION,
                event.interceptionId().value(),
                event.refundId().value(),
                event.orderId().value(),
                event.parcel().courier().value(),
                event.parcel().waybill(),
                state,
                detail,
                event.at());
    }

    static List<Write> of(PayoutResult event) {
        return List.of(
                switch (event) {
                    case PayoutPaid paid -> payout(event, "PAID", paid.paymentId());
                    case PayoutDeclined declined -> payout(event, "DECLINED", declined.reason());
                    case PayoutParked parked -> payout(event, "PARKED", parked.reason());
                });
    }

    private static Write payout(PayoutResult event, String outcome, String detail) {
        return Write.to(
                "payouts",
                PAYOUT,
                event.refundId().value(),
                event.orderId().value(),
                event.amount().fen(),
                outcome,
                detail,
                event.at());
    }
}
