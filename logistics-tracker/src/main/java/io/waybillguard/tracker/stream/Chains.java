package io.waybillguard.tracker.stream;

import io.waybillguard.events.parcel.CourierReport.ScansReported;
import io.waybillguard.events.parcel.ParcelClaim;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.tracking.Change;
import io.waybillguard.tracker.tracking.Outlook;
import io.waybillguard.tracker.tracking.Parcel;
import io.waybillguard.tracker.tracking.Tracking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Parcels that are one: what is said of one that went on under another id is brought to where it
 * now is. For a parcel that never went on it costs nothing.
 */
final class Chains {

    private final Tracking tracking;
    private final ParcelStore parcels;
    private final Supplier<Outlook> outlook;
    private final BiConsumer<Change, Instant> tell;

    /**
     * The chains of one task.
     *
     * @param tell keeps and publishes a change
     */
    Chains(
            Tracking tracking,
            ParcelStore parcels,
            Supplier<Outlook> outlook,
            BiConsumer<Change, Instant> tell) {
        this.tracking = tracking;
        this.parcels = parcels;
        this.outlook = outlook;
        this.tell = tell;
    }

    /** What an order says of a parcel. */
    void claim(ParcelClaim claim, Instant at) {
        tell.accept(tracking.told(end(claim.parcel(), at), claim, at, outlook.get()), at);
    }

    /** Before a report's scans are looked at: they are the corrected courier's. */
    void before(ScansReported report, Instant at) {
        CourierCode wrong = report.correctedFrom();
        if (wrong != null && !wrong.equals(report.parcel().courier())) {
            corrected(new ParcelId(wrong, report.parcel().waybill()), report.parcel(), at);
        }
    }

    /** After a report's scans were taken by the parcel it names: what is new of them goes on. */
    void after(Change change, List<Scan> scans, Instant at) {
        Parcel parcel = change.parcel();
        if (parcel.successor() != null && change.fresh().contains(true)) {
            List<Scan> fresh = new ArrayList<>();
            for (int i = 0; i < scans.size(); i++) {
                if (change.fresh().get(i)) {
                    fresh.add(scans.get(i));
                }
            }
            bring(tracking.heard(parcel.id(), fresh, at), parcel.successor(), at);
        }
    }

    /** The latest word holds: a parcel that went the other way before comes back. */
    private void corrected(ParcelId wrong, ParcelId right, Instant at) {
        Parcel from = end(wrong, at);
        if (from.id().equals(right)) {
            return;
        }
        if (end(right, at).id().equals(from.id())) {
            tell.accept(tracking.back(parcels.load(right, at)), at);
            from = from.goingBack();
        }
        move(from, right, at);
    }

    private void move(Parcel from, ParcelId to, Instant at) {
        if (!from.chain().isFull()) {
            tell.accept(tracking.moved(from, to, at), at);
            bring(from, to, at);
        }
    }

    private void bring(Parcel come, ParcelId to, Instant at) {
        tell.accept(tracking.joined(end(to, at), come, at, outlook.get()), at);
    }

    /** Where the parcel now is. */
    private Parcel end(ParcelId id, Instant at) {
        Parcel parcel = parcels.load(id, at);
        while (parcel.successor() != null) {
            parcel = parcels.load(parcel.successor(), at);
        }
        return parcel;
    }
}
