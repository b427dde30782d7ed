package io.waybillguard.tracker.tracking;

import io.waybillguard.events.parcel.ParcelClaim.OfOrder;
import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.parcel.ParcelClaim.ParcelReleased;
import io.waybillguard.events.parcel.ParcelClaim.ParcelSettled;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.parcel.Journey;
import io.waybillguard.tracker.stall.Judgement;
import io.waybillguard.tracker.stall.OpenStall;
import io.waybillguard.tracker.stall.StallChange.Cleared;
import io.waybillguard.tracker.stall.StallChange.Raised;
import java.time.Instant;
import java.util.List;

/** What orders say of a parcel: it is theirs, no longer theirs, or they wait for it no longer. */
record Claiming(Watching watching, Reuse reuse) {

    /** What an order says of the parcel, by whatever id it knows it. */
    Change told(Parcel before, OfOrder claim, Instant at, Outlook outlook) {
        return switch (claim) {
            case ParcelClaimed claimed -> claimed(before, claimed, at, outlook);
            case ParcelReleased(var under, var order, _) ->
                    released(before, order, under, at, outlook);
            case ParcelSettled(var under, var order, _) ->
                    settled(before, order, under, at, outlook);
        };
    }

    /**
     * An order claims the parcel: it is told where it stands, and of a stall that is open. The
     * first to wait for it is told of every stall that its scans show, as if it had claimed it
     * before them. A shipment long after the parcel's end is of another, who has its number since.
     */
    Change claimed(Parcel known, ParcelClaimed told, Instant at, Outlook outlook) {
        if (known.history().isOfAnother(told.shippedAt())) {
            return Change.none(known, List.of());
        }
        Instant horizon = reuse.horizon(known, told);
        return claimedNow(horizon == null ? known : known.after(horizon), told, at, outlook);
    }

    private Change claimedNow(Parcel before, ParcelClaimed told, Instant at, Outlook outlook) {
        Claim known = before.claimOf(told);
        Claim claim = known == null ? Claim.of(told) : known.corrected(told);
        if (claim.equals(known)) {
            return Change.none(before, List.of());
        }
        OpenStall joined = known == null ? before.watch().open() : null;
        Parcel after =
                before.claimedBy(
                        joined == null
                                ? claim
                                : claim.with(outlook.caveat(told, before.id(), joined)),
                        at);
        Journey journey = after.journey();
        Judgement judgement = watching.late(after, outlook);
        Tidings tidings =
                Tracking.tidings(after.with(judgement.watch()), judgement, journey, at, outlook);
        tidings.milestone(told, known == null ? null : journey.stage());
        if (joined != null) {
            tidings.stall(told, new Raised(joined));
        }
        tidings.stalls(judgement.changes());
        return tidings.change(List.of());
    }

    /**
     * The order that sent the parcel no longer claims it: its open stall clears. Who sends it back
     * claims it still.
     */
    Change released(Parcel before, OrderId order, ParcelId under, Instant at, Outlook outlook) {
        Claim claim = before.claimOf(order, under);
        if (claim == null || !claim.isDelivery()) {
            return Change.none(before, List.of());
        }
        Parcel after = watching.calmed(before.releasedBy(claim, at));
        if (after.isBlank() && after.watch().episodes() == 0) {
            return Change.forgotten(after);
        }
        return ended(before, claim, after, at, outlook);
    }

    /** The order that sent the parcel waits for it no longer: its open stall clears. */
    Change settled(Parcel before, OrderId order, ParcelId under, Instant at, Outlook outlook) {
        Claim claim = before.claimOf(order, under);
        if (claim == null || !claim.isDelivery() || !claim.awaited()) {
            return Change.none(before, List.of());
        }
        return ended(
                before, claim, watching.calmed(before.claimedBy(claim.settled(), at)), at, outlook);
    }

    private Change ended(Parcel before, Claim claim, Parcel after, Instant at, Outlook outlook) {
        Tidings tidings = new Tidings(after, after.journey(), at, outlook);
        OpenStall open = before.watch().open();
        if (open != null && claim.awaited()) {
            tidings.stall(claim.told(), new Cleared(open, null));
        }
        return tidings.change(List.of());
    }
}
