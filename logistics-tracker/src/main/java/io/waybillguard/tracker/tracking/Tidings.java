package io.waybillguard.tracker.tracking;

import io.waybillguard.events.parcel.MilestoneEvent;
import io.waybillguard.events.parcel.MilestoneEvent.MilestoneReached;
import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.parcel.ParcelSnapshot;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.parcel.StallEvent.StallCleared;
import io.waybillguard.events.parcel.StallEvent.StallDetected;
import io.waybillguard.events.parcel.StallEvent.StallEscalated;
import io.waybillguard.events.parcel.StallEvent.StallReviewed;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.parcel.Journey;
import io.waybillguard.tracker.stall.OpenStall;
import io.waybillguard.tracker.stall.StallChange;
import io.waybillguard.tracker.stall.StallChange.Cleared;
import io.waybillguard.tracker.stall.StallChange.Escalated;
import io.waybillguard.tracker.stall.StallChange.Raised;
import io.waybillguard.tracker.stall.StallChange.Reviewed;
import io.waybillguard.tracker.tracking.Change.Fate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what one input makes known of one parcel and numbers it. */
final class Tidings {

    private final Parcel parcel;
    private final Journey journey;
    private final Instant at;
    private final Outlook outlook;
    private final List<MilestoneEvent> milestones = new ArrayList<>();
    private final List<StallEvent> stalls = new ArrayList<>();
    private long revision;

    Tidings(Parcel parcel, Journey journey, Instant at, Outlook outlook) {
        this.parcel = parcel;
        this.journey = journey;
        this.at = at;
        this.outlook = outlook;
        this.revision = parcel.revision();
    }

    /** Tells {@code claim}'s order where the parcel stands. */
    void milestone(ParcelClaimed claim, @Nullable Stage previous) {
        milestones.add(
                new MilestoneReached(
                        claim.orderId(),
                        claim.shopId(),
                        claim.buyerId(),
                        snapshot(claim),
                        previous,
                        ++revision,
                        at));
    }

    /** Tells all who wait for the parcel what happened to its stalls. */
    void stalls(List<StallChange> changes) {
        for (Claim claim : parcel.awaiting()) {
            changes.forEach(change -> stall(claim.told(), change));
        }
    }

    /** Tells {@code claim}'s order what happened to a stall. */
    void stall(ParcelClaimed claim, StallChange change) {
        StallDetails details = details(claim, change.stall());
        stalls.add(
                switch (change) {
                    case Raised _ ->
                            new StallDetected(
                                    claim.orderId(),
                                    claim.shopId(),
                                    claim.buyerId(),
                                    details,
                                    ++revision,
                                    at);
                    case Escalated _ ->
                            new StallEscalated(
                                    claim.orderId(),
                                    claim.shopId(),
                                    claim.buyerId(),
                                    details,
                                    ++revision,
                                    at);
                    case Reviewed _ ->
                            new StallReviewed(
                                    claim.orderId(),
                                    claim.shopId(),
                                    claim.buyerId(),
                                    details,
                                    ++revision,
                                    at);
                    case Cleared(_, var by) ->
                            new StallCleared(
                                    claim.orderId(),
                                    claim.shopId(),
                                    claim.buyerId(),
                                    details,
                                    by,
                                    ++revision,
                                    at);
                });
    }

    Change change(List<Boolean> fresh) {
        return new Change(parcel.told(revision), Fate.KEPT, fresh, milestones, stalls);
    }

    private ParcelSnapshot snapshot(ParcelClaimed claim) {
        return new ParcelSnapshot(
                claim.parcel(),
                claim.role(),
                journey.stage(),
                journey.scans(),
                claim.shippedAt(),
                journey.collectedAt(),
                journey.lastMovedAt(),
                journey.lastScan(),
                journey.lastPlace(),
                journey.signedAt(),
                journey.signedBy(),
                journey.intercepted(),
                journey.trouble(),
                movedTo(claim));
    }

    private StallDetails details(ParcelClaimed claim, OpenStall stall) {
        Caveat caveat = outlook.caveat(claim, parcel.id(), stall);
        return new StallDetails(
                claim.parcel(),
                claim.role(),
                stall.episode(),
                stall.kind(),
                stall.cause(),
                stall.problem(),
                stall.level(),
                stall.since(),
                stall.threshold(),
                stall.row(),
                stall.deadline(),
                stall.stage(),
                stall.lastPlace(),
                claim.destination(),
                caveat.feedSuspect(),
                caveat.exempt(),
                stall.learned(),
                movedTo(claim));
    }

    /** The parcel's own id, where the order knows it by another. */
    private @Nullable ParcelId movedTo(ParcelClaimed claim) {
        return claim.parcel().equals(parcel.id()) ? null : parcel.id();
    }
}
