package io.waybillguard.orders.projection;

import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.parcel.StallEvent.StallCleared;
import io.waybillguard.events.parcel.StallEvent.StallDetected;
import io.waybillguard.events.parcel.StallEvent.StallEscalated;
import io.waybillguard.events.parcel.StallEvent.StallReviewed;
import io.waybillguard.events.types.Region;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row a stall episode: its details at the latest revision, and when it was raised and ended.
 */
final class StallRows {
    private static final String STALL =
            """
            insert into stalls (order_id, courier, waybill, episode, shop_id, buyer_id, role, kind,
                                cause, problem, level, since, threshold_ms, threshold_row, deadline,
                                stage, last_place, province, city, feed_suspect, exempt,
                                raised_at, escalated_at, cleared_at, cleared_by, revision)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (order_id, courier, waybill, episode) do update set
                shop_id = excluded.shop_id, buyer_id = excluded.buyer_id, role = excluded.role,
                kind = excluded.kind, cause = excluded.cause, problem = excluded.problem,
                level = excluded.level, since = excluded.since,
                threshold_ms = excluded.threshold_ms, threshold_row = excluded.threshold_row,
                deadline = excluded.deadline, stage = excluded.stage,
                last_place = excluded.last_place, province = excluded.province,
                city = excluded.city, feed_suspect = excluded.feed_suspect,
                exempt = excluded.exempt,
                raised_at = coalesce(excluded.raised_at, stalls.raised_at),
                escalated_at = coalesce(excluded.escalated_at, stalls.escalated_at),
                cleared_at = coalesce(excluded.cleared_at, stalls.cleared_at),
                cleared_by = coalesce(excluded.cleared_by, stalls.cleared_by),
                revision = excluded.revision
            where stalls.revision <= excluded.revision
            """;

    private StallRows() {}

    static List<Write> of(StallEvent event) {
        Instant at = event.at();
        return List.of(
                switch (event) {
                    case StallDetected _ -> row(event, at, null, null, null);
                    case StallEscalated _ -> row(event, null, at, null, null);
                    case StallReviewed _ -> row(event, null, null, null, null);
                    case StallCleared cleared -> row(event, null, null, at, cleared.by());
                });
    }

    private static Write row(
            StallEvent event,
            @Nullable Instant raised,
            @Nullable Instant escalated,
            @Nullable Instant cleared,
            @Nullable Object clearedBy) {
        StallDetails stall = event.stall();
        Region region = stall.destination();
        var exempt = stall.exempt();
        return Write.to(
                "stalls",
                STALL,
                event.orderId().value(),
                stall.parcel().courier().value(),
                stall.parcel().waybill(),
                stall.episode(),
                event.shopId().value(),
                event.buyerId().value(),
                stall.role(),
                stall.kind(),
                stall.cause(),
                stall.problem(),
                stall.level(),
                stall.since(),
                stall.threshold().toMillis(),
                stall.row(),
                stall.deadline(),
                stall.stage(),
                stall.lastPlace(),
                region == null ? null : region.province(),
                region == null ? null : region.city(),
                stall.feedSuspect(),
                exempt == null ? null : exempt.value(),
                raised,
                escalated,
                cleared,
                clearedBy,
                event.revision());
    }
}
