package io.waybillguard.tracker.tracking;

import io.waybillguard.events.parcel.ParcelClaim.OfOrder;
import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.parcel.Journey;
import io.waybillguard.tracker.parcel.ScanFact;
import io.waybillguard.tracker.parcel.ScanHistory;
import io.waybillguard.tracker.parcel.ScanHistory.Extended;
import io.waybillguard.tracker.stall.Judgement;
import io.waybillguard.tracker.stall.OpenStall;
import io.waybillguard.tracker.stall.StallChange.Reviewed;
import io.waybillguard.tracker.stall.StallJudge;
import io.waybillguard.tracker.stall.Standing;
import io.waybillguard.tracker.tracking.Change.Fate;
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
    private final boolean learns;
    private final Reuse reuse;
    private final Watching watching;
    private final Claiming claiming;

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
        this.learns = judge.learns();
        this.reuse = new Reuse(retention.reused());
        this.watching = new Watching(judge, limits.scans(), limits.timesLeft());
        this.claiming = new Claiming(watching, reuse);
    }

    /** Whether any threshold row follows what is learned. */
    public boolean learns() {
        return learns;
    }

    Watching watching() {
        return watching;
    }

    /**
     * A report of scans. The stage is told as it is after all of them; a stall that came and went
     * within the report is told as it came and as it went.
     */
    public Change reported(Parcel before, List<Scan> scans, Instant at, Outlook outlook) {
        List<ScanFact> facts = ScanFact.of(scans);
        Extended extended = before.history().with(facts, watching.scans());
        if (!extended.isNews()) {
            return Change.none(before, extended.fresh());
        }
        Parcel after = before.with(extended.history(), at);
        Journey is = after.journey();
        Instant horizon = reuse.horizon(before, after, is);
        return horizon == null
                ? heard(before, after, is, extended, facts, outlook)
                : new Succession(this, horizon, at, outlook).reported(before, scans);
    }

    /** A report of one parcel alone. */
    Change heard(Parcel before, List<Scan> scans, Instant at, Outlook outlook) {
        List<ScanFact> facts = ScanFact.of(scans);
        Extended extended = before.history().with(facts, watching.scans());
        Parcel after = before.with(extended.history(), at);
        return extended.isNews()
                ? heard(before, after, after.journey(), extended, facts, outlook)
                : Change.none(before, extended.fresh());
    }

    private Change heard(
            Parcel before,
            Parcel after,
            Journey is,
            Extended extended,
            List<ScanFact> facts,
            Outlook outlook) {
        Instant at = after.changedAt();
        Journey was = before.journey();
        Judgement judgement = watching.stepwise(before, after, extended.freshOf(facts), outlook);
        Parcel judged = after.with(judgement.watch());
        Tidings tidings = tidings(judged, judgement, is, at, outlook);
        if (isMilestone(was, is)) {
            after.claims().forEach(claim -> tidings.milestone(claim.told(), was.stage()));
        }
        tidings.stalls(judgement.changes());
        return tidings.change(extended.fresh());
    }

    /** Remembers what is told with a stall. */
    static Tidings tidings(
            Parcel parcel, Judgement judgement, Journey journey, Instant at, Outlook outlook) {
        Parcel told = judgement.changes().isEmpty() ? parcel : parcel.reviewed(outlook);
        return new Tidings(told, journey, at, outlook);
    }

    /** What an order says of the parcel, by whatever id it knows it. */
    public Change told(Parcel before, OfOrder claim, Instant at, Outlook outlook) {
        return claiming.told(before, claim, at, outlook);
    }

    /**
     * An order claims the parcel: it is told where it stands, and of a stall that is open.
     *
     * @see Claiming#claimed
     */
    public Change claimed(Parcel known, ParcelClaimed told, Instant at, Outlook outlook) {
        return claiming.claimed(known, told, at, outlook);
    }

    /** The order that sent the parcel no longer claims it: its open stall clears. */
    public Change released(Parcel before, OrderId order, Instant at, Outlook outlook) {
        return claiming.released(before, order, before.id(), at, outlook);
    }

    /** The order that sent the parcel waits for it no longer: its open stall clears. */
    public Change settled(Parcel before, OrderId order, Instant at, Outlook outlook) {
        return claiming.settled(before, order, before.id(), at, outlook);
    }

    /**
     * Filings or feeds changed: who waits is told when something else stands against the stall than
     * it was last told.
     */
    public Change reviewed(Parcel before, Instant at, Outlook outlook) {
        OpenStall open = before.watch().open();
        Parcel after = before.reviewed(outlook);
        if (open == null || after.equals(before)) {
            return Change.none(before, List.of());
        }
        Tidings tidings = new Tidings(after, after.journey(), at, outlook);
        for (Claim claim : after.awaiting()) {
            if (!claim.equals(before.claimOf(claim.told()))) {
                tidings.stall(claim.told(), new Reviewed(open));
            }
        }
        return tidings.change(List.of());
    }

    /** The parcel's deadline may have come: silence is judged, or it is forgotten. */
    public Change due(Parcel before, Instant now, Outlook outlook) {
        if (!now.isBefore(retention.end(before))) {
            return Change.forgotten(before);
        }
        Judgement judgement = watching.due(before, now, outlook);
        if (judgement == null || judgement.changes().isEmpty()) {
            return Change.none(before, List.of());
        }
        Tidings tidings =
                tidings(before.with(judgement.watch()), judgement, before.journey(), now, outlook);
        tidings.stalls(judgement.changes());
        return tidings.change(List.of());
    }

    /** The next instant at which {@link #due} has something to do. */
    public Instant deadline(Parcel parcel, Outlook outlook) {
        Instant end = retention.end(parcel);
        Instant due = watching.nextDue(parcel, outlook);
        return due == null || end.isBefore(due) ? end : due;
    }

    /** The silences that news of the parcel ended and that a row would learn from. */
    public List<EndedSilence> ended(Parcel before, Parcel after, Outlook outlook) {
        return learns ? EndedSilence.between(before, after, outlook, judge) : List.of();
    }

    /**
     * By which row silence is judged now; null while nobody waits for the parcel, or it is over.
     */
    public @Nullable Standing standing(Parcel parcel, Outlook outlook) {
        return watching.standing(parcel, outlook);
    }

    /** The parcel goes on as another: nothing more of it is told from here. */
    public Change moved(Parcel before, ParcelId next, Instant at) {
        return new Change(before.movedTo(next, at), Fate.KEPT, List.of(), List.of(), List.of());
    }

    /** The parcel is here, wherever it had gone. */
    public Change back(Parcel before) {
        return new Change(before.here(), Fate.KEPT, List.of(), List.of(), List.of());
    }

    /**
     * What a parcel that went on brings to the one that it now is: the orders that claim it are
     * told where it stands, by the id they know.
     */
    public Change joined(Parcel before, Parcel come, Instant at, Outlook outlook) {
        return new Joining(this, before, come, at, outlook).change();
    }

    /** No more than scans of a parcel, to be {@linkplain #joined joined} with where it went. */
    public Parcel heard(ParcelId id, List<Scan> scans, Instant at) {
        return Parcel.unknown(id, at)
                .with(ScanHistory.EMPTY.with(ScanFact.of(scans), watching.scans()).history());
    }

    static boolean isMilestone(Journey was, Journey is) {
        return was.stage() != is.stage()
                || was.intercepted() != is.intercepted()
                || !Objects.equals(was.signedAt(), is.signedAt())
                || was.signedBy() != is.signedBy();
    }
}
