package io.waybillguard.tracker.tracking;

import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.Region;
import io.waybillguard.tracker.parcel.Detours;
import io.waybillguard.tracker.parcel.Journey;
import io.waybillguard.tracker.parcel.ScanFact;
import io.waybillguard.tracker.parcel.ScanHistory.Extended;
import io.waybillguard.tracker.stall.Judgement;
import io.waybillguard.tracker.stall.OpenStall;
import io.waybillguard.tracker.stall.Sighting;
import io.waybillguard.tracker.stall.StallChange.Cleared;
import io.waybillguard.tracker.stall.StallChange.Raised;
import io.waybillguard.tracker.stall.StallJudge;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Folds every input into a parcel. Orders are told of stages while they claim it, and of stalls
 * while they wait for it; a parcel that nobody waits for is tracked and raises nothing.
 */
public final class Tracking {

    private final StallJudge judge;
    private final Retention retention;
    private final Limits limits;

    /**
     * What a parcel may hold and do.
     *
     * @param scans how many scans are held at most
     * @param timesLeft how often a hub must have been left for the next visit to be a detour
     */
    public record Limits(int scans, int timesLeft) {}

    /**
     * A tracking.
     *
     * @throws IllegalArgumentException when parcels would be forgotten before they are suspected
     *     lost
     */
    public Tracking(StallJudge judge, Retention retention, Limits limits) {
        judge.rows().forEach(retention::requireToOutlast);
        this.judge = judge;
        this.retention = retention;
        this.limits = limits;
    }

    /** A report of scans, judged as a whole: what it passed through on the way is not told. */
    public Change reported(Parcel before, List<Scan> scans, Instant at) {
        List<ScanFact> facts = scans.stream().map(ScanFact::of).toList();
        Extended extended = before.history().with(facts, limits.scans());
        if (!extended.isNews()) {
            return Change.none(before, extended.fresh());
        }
        Journey was = before.journey();
        Parcel after = before.with(extended.history(), at);
        Journey is = after.journey();
        Judgement judgement = news(after, is);
        Tidings tidings = new Tidings(after.with(judgement.watch()), is, at);
        if (isMilestone(was, is)) {
            after.claims().forEach(claim -> tidings.milestone(claim.told(), was.stage()));
        }
        tidings.stalls(judgement.changes());
        return tidings.change(extended.fresh());
    }

    /** An order claims the parcel: it is told where it stands, and of a stall that is open. */
    public Change claimed(Parcel before, ParcelClaimed told, Instant at) {
        Claim known = before.claimOf(told.orderId());
        Claim claim = known == null ? new Claim(told, true) : known.corrected(told);
        if (claim.equals(known)) {
            return Change.none(before, List.of());
        }
        OpenStall open = before.watch().open();
        Parcel after = before.claimedBy(claim, at);
        Journey journey = after.journey();
        Judgement judgement = news(after, journey);
        Tidings tidings = new Tidings(after.with(judgement.watch()), journey, at);
        tidings.milestone(told, known == null ? null : journey.stage());
        if (open != null && known == null) {
            tidings.stall(told, new Raised(open));
        }
        tidings.stalls(judgement.changes());
        return tidings.change(List.of());
    }

    /**
     * The order that sent the parcel no longer claims it: its open stall clears. Who sends it back
     * claims it still.
     */
    public Change released(Parcel before, OrderId order, Instant at) {
        Claim claim = before.claimOf(order);
        if (claim == null || !claim.isDelivery()) {
            return Change.none(before, List.of());
        }
        Parcel after = calmed(before.releasedBy(order, at));
        if (after.isBlank() && after.watch().episodes() == 0) {
            return Change.forgotten(after);
        }
        return ended(before, claim, after, at);
    }

    /** The order that sent the parcel waits for it no longer: its open stall clears. */
    public Change settled(Parcel before, OrderId order, Instant at) {
        Claim claim = before.claimOf(order);
        if (claim == null || !claim.isDelivery() || !claim.awaited()) {
            return Change.none(before, List.of());
        }
        return ended(before, claim, calmed(before.claimedBy(claim.settled(), at)), at);
    }

    private Change ended(Parcel before, Claim claim, Parcel after, Instant at) {
        Tidings tidings = new Tidings(after, after.journey(), at);
        OpenStall open = before.watch().open();
        if (open != null && claim.awaited()) {
            tidings.stall(claim.told(), new Cleared(open, null));
        }
        return tidings.change(List.of());
    }

    /** Without a stall when nobody waits for it. */
    private Parcel calmed(Parcel parcel) {
        return parcel.awaiting().isEmpty()
                ? parcel.with(judge.abandoned(parcel.watch()).watch())
                : parcel;
    }

    /** The parcel's deadline may have come: silence is judged, or it is forgotten. */
    public Change due(Parcel before, Instant now) {
        if (!now.isBefore(retention.end(before))) {
            return Change.forgotten(before);
        }
        Journey journey = before.journey();
        Sighting sighting = sighting(before, journey);
        if (sighting == null) {
            return Change.none(before, List.of());
        }
        Judgement judgement = judge.due(before.watch(), sighting, now);
        if (judgement.changes().isEmpty()) {
            return Change.none(before, List.of());
        }
        Tidings tidings = new Tidings(before.with(judgement.watch()), journey, now);
        tidings.stalls(judgement.changes());
        return tidings.change(List.of());
    }

    /** The next instant at which {@link #due} has something to do. */
    public Instant deadline(Parcel parcel) {
        Instant end = retention.end(parcel);
        Sighting sighting = sighting(parcel, parcel.journey());
        Instant due = sighting == null ? null : judge.nextDue(parcel.watch(), sighting);
        return due == null || end.isBefore(due) ? end : due;
    }

    private Judgement news(Parcel parcel, Journey journey) {
        Sighting sighting = sighting(parcel, journey);
        return sighting == null
                ? new Judgement(parcel.watch(), List.of())
                : judge.news(parcel.watch(), sighting);
    }

    private @Nullable Sighting sighting(Parcel parcel, Journey journey) {
        List<Claim> awaiting = parcel.awaiting();
        if (awaiting.isEmpty()) {
            return null;
        }
        ParcelClaimed claim = awaiting.getFirst().told();
        Region destination = claim.destination();
        return new Sighting(
                parcel.id().courier(),
                claim.platform(),
                claim.service(),
                destination == null ? "" : destination.province(),
                claim.shippedAt(),
                journey,
                Detours.isOne(parcel.history(), limits.timesLeft()));
    }

    private static boolean isMilestone(Journey was, Journey is) {
        return was.stage() != is.stage()
                || was.intercepted() != is.intercepted()
                || !Objects.equals(was.signedAt(), is.signedAt());
    }
}
