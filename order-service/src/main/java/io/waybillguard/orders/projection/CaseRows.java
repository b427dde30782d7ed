package io.waybillguard.orders.projection;

import io.waybillguard.events.refund.Actor;
import io.waybillguard.events.refund.AftersalesEvent;
import io.waybillguard.events.refund.AftersalesEvent.CaseClosed;
import io.waybillguard.events.refund.AftersalesEvent.CaseMoved;
import io.waybillguard.events.refund.AftersalesEvent.RefundDecided;
import io.waybillguard.events.refund.AftersalesEvent.RefundRedecided;
import io.waybillguard.events.refund.AftersalesEvent.ReminderFell;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.RefundGrounds;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cases as the engine tells of them: every word kept, the latest revision on top. */
final class CaseRows {
    private static final String KNOWN =
            """
            insert into cases (refund_id, order_id, shop_id, buyer_id) values (?, ?, ?, ?)
            on conflict (refund_id) do update set
                shop_id = excluded.shop_id, buyer_id = excluded.buyer_id
            where cases.shop_id is null and cases.order_id = excluded.order_id
            """;
    private static final String NEWER =
            ", revision = ? where refund_id = ? and order_id = ? and revision <= ?";
    private static final String DECIDED =
            """
            update cases set kind = ?, amount_fen = ?, grounds = coalesce(?::jsonb, grounds),
                decision = ?, decided_row = ?,
                explanation = ?::jsonb, decided_at = ?, deadline = ?\
            """
                    + NEWER;
    private static final String MOVED =
            "update cases set state = ?, actor = ?, deadline = ?, moved_at = ?" + NEWER;
    private static final String CLOSED =
            """
            update cases set state = ?, actor = ?, deadline = null, moved_at = ?, outcome = ?,
                paid_fen = ?, closed_at = ?\
            """
                    + NEWER;
    private static final String REMINDED = "update cases set actor = ?, deadline = ?" + NEWER;
    private static final String EVENT =
            """
            insert into case_events (order_id, revision, refund_id, event, at)
            values (?, ?, ?, ?::jsonb, ?)
            on conflict (order_id, revision) do nothing
            """;

    private CaseRows() {}

    static List<Write> of(AftersalesEvent event) {
        return List.of(known(event), step(event), kept(event));
    }

    private static Write known(AftersalesEvent event) {
        return Write.to(
                "cases",
                KNOWN,
                event.refundId().value(),
                event.orderId().value(),
                event.shopId().value(),
                event.buyerId().value());
    }

    private static Write step(AftersalesEvent event) {
        return switch (event) {
            case RefundDecided e ->
                    write(
                            DECIDED,
                            e,
                            e.kind(),
                            e.amount().fen(),
                            grounds(e.grounds()),
                            e.decision(),
                            e.row(),
                            Json.of(e.explanation()),
                            e.at(),
                            e.nextDeadline());
            case RefundRedecided e ->
                    write(
                            DECIDED,
                            e,
                            e.kind(),
                            e.amount().fen(),
                            grounds(e.grounds()),
                            e.decision(),
                            e.row(),
                            Json.of(e.explanation()),
                            e.at(),
                            e.nextDeadline());
            case CaseMoved e -> write(MOVED, e, e.to(), e.actor(), e.nextDeadline(), e.at());
            case ReminderFell e -> write(REMINDED, e, e.actor(), e.deadline());
            case CaseClosed e -> closed(e, e.at());
        };
    }

    private static @Nullable String grounds(@Nullable RefundGrounds told) {
        return told == null ? null : Json.of(told);
    }

    private static Write closed(CaseClosed event, Instant at) {
        var paid = event.paid();
        return write(
                CLOSED,
                event,
                CaseState.CLOSED,
                Actor.NOBODY,
                at,
                event.outcome(),
                paid == null ? null : paid.fen(),
                at);
    }

    private static Write write(String sql, AftersalesEvent event, @Nullable Object... values) {
        @Nullable Object[] all = java.util.Arrays.copyOf(values, values.length + 4);
        all[values.length] = event.revision();
        all[values.length + 1] = event.refundId().value();
        all[values.length + 2] = event.orderId().value();
        all[values.length + 3] = event.revision();
        return Write.to("cases", sql, all);
    }

    private static Write kept(AftersalesEvent event) {
        return Write.to(
                "case_events",
                EVENT,
                event.orderId().value(),
                event.revision(),
                event.refundId().value(),
                Json.of(event),
                event.at());
    }
}
