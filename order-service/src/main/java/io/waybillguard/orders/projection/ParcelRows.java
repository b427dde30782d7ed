package io.waybillguard.orders.projection;

import io.waybillguard.events.parcel.MilestoneEvent;
import io.waybillguard.events.parcel.MilestoneEvent.MilestoneReached;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanEvent;
import io.waybillguard.events.parcel.ScanEvent.ScanRecorded;
import java.time.Instant;
import java.util.List;

/** Parcels' snapshots, the latest revision holds; and their timelines. */
final class ParcelRows {
    private static final String SNAPSHOT =
            """
            insert into parcels (order_id, courier, waybill, shop_id, stage, snapshot, revision,
                                 changed_at)
            values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            on conflict (order_id, courier, waybill) do update set
                shop_id = excluded.shop_id, stage = excluded.stage, snapshot = excluded.snapshot,
                revision = excluded.revision, changed_at = excluded.changed_at
            where parcels.revision <= excluded.revision
            """;
    private static final String SCAN =
            """
            insert into scans (courier, waybill, happened_at, digest, kind, reason, received_at,
                               place, text, code, evidence, signed_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private ParcelRows() {}

    static List<Write> of(MilestoneEvent event) {
        return switch (event) {
            case MilestoneReached(var order, var shop, _, var parcel, _, var revision, var at) ->
                    List.of(
                            Write.to(
                                    "parcels",
                                    SNAPSHOT,
                                    order.value(),
                                    parcel.id().courier().value(),
                                    parcel.id().waybill(),
                                    shop.value(),
                                    parcel.stage(),
                                    Json.of(parcel),
                                    revision,
                                    at));
        };
    }

    static List<Write> of(ScanEvent event) {
        return switch (event) {
            case ScanRecorded(var parcel, var scan, _) ->
                    List.of(
                            Write.to(
                                    "scans",
                                    SCAN,
                                    parcel.courier().value(),
                                    parcel.waybill(),
                                    scan.happenedAt(),
                                    Json.digest(received(scan, Instant.EPOCH)),
                                    scan.kind(),
                                    scan.reason(),
                                    scan.receivedAt(),
                                    scan.place(),
                                    scan.text(),
                                    scan.code(),
                                    scan.evidence(),
                                    scan.signedBy()));
        };
    }

    private static Scan received(Scan scan, Instant at) {
        return new Scan(
                scan.kind(),
                scan.reason(),
                scan.happenedAt(),
                at,
                scan.place(),
                scan.text(),
                scan.code(),
                scan.evidence(),
                scan.signedBy());
    }
}
