package io.waybillguard.tracker.tracking;

import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.tracker.parcel.Detours;
import io.waybillguard.tracker.parcel.Journey;
import io.waybillguard.tracker.parcel.ScanFact;
import io.waybillguard.tracker.parcel.ScanHistory.Extended;
import io.waybillguard.tracker.stall.Judgement;
import io.waybillguard.tracker.stall.OpenStall;
import io.waybillguard.tracker.stall.Sighting;
import io.waybillguard.tracker.stall.StallChange;
import io.waybillguard.tracker.stall.StallChange.Cleared;
import io.waybillguard.tracker.stall.StallChange.Raised;
import io.waybillguard.tracker.stall.StallJudge;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Folds every input into a parcel. Orders are told of stages and stalls only while they claim it; a
 * parcel that nobody claims is tracked and raises nothing.
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

    public Tracking(StallJudge judge, Retention retention, Limits limits) {
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
        for (ParcelClaimed claim : after.claims()) {
            if (isMilestone(was, is)) {
                tidings.milestone(claim, was.stage());
            }
            judgement.changes().forEach(change -> tidings.stall(claim, change));
        }
        return tidings.change(extended.fresh());
    }

    /** An order claims the parcel: it is told where it stands, and of a stall that is open. */
    public Change claimed(Parcel before, ParcelClaimed claim, Instant at) {
        if (claim.equals(before.claimOf(claim.orderId()))) {
            return Change.none(before, List.of());
        }
        boolean again = before.claimOf(claim.orderId()) != null;
        OpenStall known = before.watch().open();
        Parcel after = before.claimedBy(claim, at);
        Journey journey = after.journey();
        Judgement judgement = news(after, journey);
        Tidings tidings = new Tidings(after.with(judgement.watch()), journey, at);
        tidings.milestone(claim, again ? journey.stage() : null);
        if (known != null && !again) {
            tidings.stall(claim, new Raised(known));
        }
        tell(tidings, after.claims(), judgement.changes());
        return tidings.change(List.of());
    }

    /** An order no longer claims the parcel: its open stall clears. */
    public Change released(Parcel before, OrderId order, Instant at) {
        ParcelClaimed claim = before.claimOf(order);
        if (claim == null) {
            return Change.none(before, List.of());
        }
        Parcel after = before.releasedBy(order, at);
        OpenStall open = before.watch().open();
        if (after.claims().isEmpty()) {
            after = after.with(judge.abandoned(before.watch()).watch());
        }
        if (after.isBlank() && after.watch().episodes() == 0) {
            return Change.forgotten(after);
        }
        Tidings tidings = new Tidings(after, after.journey(), at);
        if (open != null) {
            tidings.stall(claim, new Cleared(open, null));
        }
        return tidings.change(List.of());
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
        tell(tidings, before.claims(), judgement.changes());
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
        if (parcel.claims().isEmpty()) {
            return null;
        }
        ParcelClaimed claim = parcel.claims().getFirst();
        return new Sighting(
                parcel.id().courier(),
                claim.platform(),
                claim.service(),
                Claims.isKnown(claim.destination()) ? claim.destination().province() : "",
                claim.shippedAt(),
                journey,
                Detours.isOne(parcel.history(), limits.timesLeft()));
    }

    private static void tell(
            Tidings tidings, List<ParcelClaimed> claims, List<StallChange> changes) {
        for (ParcelClaimed claim : claims) {
            changes.forEach(change -> tidings.stall(claim, change));
        }
    }

    private static boolean isMilestone(Journey was, Journey is) {
        return was.stage() != is.stage()
                || was.intercepted() != is.intercepted()
                || !Objects.equals(was.signedAt(), is.signedAt());
    }
}
