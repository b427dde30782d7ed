package io.waybillguard.orders.projection;

import io.waybillguard.events.refund.AftersalesRequest;
import io.waybillguard.events.refund.AftersalesRequest.MerchantAgreed;
import io.waybillguard.events.refund.AftersalesRequest.MerchantRefused;
import io.waybillguard.events.refund.AftersalesRequest.OfferAccepted;
import io.waybillguard.events.refund.AftersalesRequest.OfferDeclined;
import io.waybillguard.events.refund.AftersalesRequest.OfferMade;
import io.waybillguard.events.refund.AftersalesRequest.OfferWithdrawn;
import io.waybillguard.events.refund.AftersalesRequest.RefundChanged;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.refund.AftersalesRequest.RefundWithdrawn;
import io.waybillguard.events.refund.AftersalesRequest.ReturnConfirmed;
import io.waybillguard.events.refund.AftersalesRequest.ReturnWaybillGiven;
import io.waybillguard.orders.order.Acts;
import java.time.Instant;
import java.util.List;

/**
 * Refund requests, the first under an id holds, but kind and amount are what the engine answered;
 * and what buyer and shop did then.
 */
final class RequestRows {
    private static final String REQUESTED =
            """
            insert into cases (refund_id, order_id, kind, amount_fen, reason, evidence, requested_at,
                               asked)
            values (?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb)
            on conflict (refund_id) do update set
                kind = coalesce(cases.kind, excluded.kind),
                amount_fen = coalesce(cases.amount_fen, excluded.amount_fen),
                reason = excluded.reason, evidence = excluded.evidence,
                requested_at = excluded.requested_at, asked = excluded.asked
            where cases.requested_at is null and cases.order_id = excluded.order_id
            """;
    private static final String ACT =
            """
            insert into case_acts (refund_id, digest, event, at) values (?, ?, ?::jsonb, ?)
            on conflict (refund_id, digest) do update set event = excluded.event, at = excluded.at
            where case_acts.at <= excluded.at
            """;
    private static final String RETURN =
            """
            insert into shipments (order_id, courier, waybill, role, service, platform_waybill,
                                   shipped_at, refund_id, given_by)
            values (?, ?, ?, 'RETURN', '', false, ?, ?, ?)
            on conflict do nothing
            """;

    private RequestRows() {}

    static List<Write> of(AftersalesRequest event) {
        return switch (event) {
            case RefundRequested asked -> List.of(requested(asked));
            case ReturnWaybillGiven given -> List.of(act(given), returned(given));
            case RefundChanged _,
                    OfferMade _,
                    OfferWithdrawn _,
                    OfferAccepted _,
                    OfferDeclined _,
                    RefundWithdrawn _,
                    MerchantAgreed _,
                    MerchantRefused _,
                    ReturnConfirmed _ ->
                    List.of(act(event));
        };
    }

    private static Write requested(RefundRequested event) {
        return Write.to(
                "cases",
                REQUESTED,
                event.refundId().value(),
                event.orderId().value(),
                event.kind(),
                event.amount().fen(),
                event.reason(),
                Json.of(event.evidence()),
                event.at(),
                Json.of(event));
    }

    private static Write act(AftersalesRequest event) {
        return Write.to(
                "case_acts",
                ACT,
                event.refundId().value(),
                Json.digest(Acts.at(event, Instant.EPOCH)),
                Json.of(event),
                event.at());
    }

    private static Write returned(ReturnWaybillGiven event) {
        return Write.to(
                "shipments",
                RETURN,
                event.orderId().value(),
                event.parcel().courier().value(),
                event.parcel().waybill(),
                event.at(),
                event.refundId().value(),
                event.by());
    }
}
