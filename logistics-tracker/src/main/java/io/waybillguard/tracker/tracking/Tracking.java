package io.waybillguard.tracker.tracking;

import io.waybillguard.events.parcel.ParcelClaim.OfOrder;
import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.parcel.ParcelClaim.ParcelReleased;
import io.waybillguard.events.parcel.ParcelClaim.ParcelSettled;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.parcel.Detours;
import io.waybillguard.tracker.parcel.Journey;
import io.waybillguard.tracker.parcel.ScanFact;
import io.waybillguard.tracker.parcel.ScanHistory;
import io.waybillguard.tracker.parcel.ScanHistory.Extended;
import io.waybillguard.tracker.stall.Judgement;
import io.waybillguard.tracker.stall.OpenStall;
import io.waybillguard.tracker.stall.Sighting;
import io.waybillguard.tracker.stall.StallChange;
import io.waybillguard.tracker.stall.StallChange.Cleared;
import io.waybillguard.tracker.stall.StallChange.Raised;
import io.waybillguard.tracker.stall.StallChange.Reviewed;
import io.waybillguard.tracker.stall.StallJudge;
import io.waybillguard.tracker.stall.Standing;
import io.waybillguard.tracker.tracking.Change.Fate;
import java.time.Instant;
import java.util.ArrayList;
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
    private final boolean learns;
    private final Reuse reuse;

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
        this.learns = judge.learns();
        this.reuse = new Reuse(retention.reused());
    }

    /** Whether any threshold row follows what is learned. */
    public boolean learns() {
        return learns;
    }

    StallJudge judge() {
        return judge;
    }

    Limits limits() {
        return limits;
    }

    /**
     * A report of scans. The stage is told as it is after all of them; a stall that came and went
     * within the report is told as it came and as it went.
     */
    public Change reported(Parcel before, List<Scan> scans, Instant at, Outlook outlook) {
        List<ScanFact> facts = ScanFact.of(scans);
        Extended extended = before.history().with(facts, limits.scans());
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
        Extended extended = before.history().with(facts, limits.scans());
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
        Judgement judgement = stepwise(before, after, extended.freshOf(facts), outlook);
        Parcel judged = after.with(judgement.watch());
        Tidings tidings = tidings(judged, judgement, is, at, outlook);
        if (isMilestone(was, is)) {
            after.claims().forEach(claim -> tidings.milestone(claim.told(), was.stage()));
        }
        tidings.stalls(judgement.changes());
        return tidings.change(extended.fresh());
    }

    /**
     * Judges after each new scan, in the order in which they happened. When one is from before what
     * was known, all that was known is judged anew.
     */
    private Judgement stepwise(Parcel before, Parcel after, List<ScanFact> fresh, Outlook outlook) {
        if (after.awaiting().isEmpty() || !after.history().isLedTo(before.history(), fresh)) {
            return late(after, outlook);
        }
        if (fresh.size() < 2) {
            return news(after, after.journey(), outlook);
        }
        Parcel step = before;
        List<StallChange> changes = new ArrayList<>();
        for (ScanFact scan : fresh) {
            step = step.with(step.history().with(List.of(scan), limits.scans()).history());
            Judgement judgement = news(step, step.journey(), outlook);
            step = step.with(judgement.watch());
            changes.addAll(judgement.changes());
        }
        return new Judgement(step.watch(), changes);
    }

    /** Judges all that is known. */
    Judgement late(Parcel parcel, Outlook outlook) {
        return parcel.awaiting().isEmpty()
                ? new Judgement(parcel.watch(), List.of())
                : judge.lateNews(parcel.watch(), steps(parcel, outlook), parcel.history().start());
    }

    /** Remembers what is told with a stall. */
    static Tidings tidings(
            Parcel parcel, Judgement judgement, Journey journey, Instant at, Outlook outlook) {
        Parcel told = judgement.changes().isEmpty() ? parcel : parcel.reviewed(outlook);
        return new Tidings(told, journey, at, outlook);
    }

    /** What an order says of the parcel, by whatever id it knows it. */
    public Change told(Parcel before, OfOrder claim, Instant at, Outlook outlook) {
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
    public Change claimed(Parcel known, ParcelClaimed told, Instant at, Outlook outlook) {
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
        Judgement judgement = late(after, outlook);
        Tidings tidings = tidings(after.with(judgement.watch()), judgement, journey, at, outlook);
        tidings.milestone(told, known == null ? null : journey.stage());
        if (joined != null) {
            tidings.stall(told, new Raised(joined));
        }
        tidings.stalls(judgement.changes());
        return tidings.change(List.of());
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

    /**
     * The order that sent the parcel no longer claims it: its open stall clears. Who sends it back
     * claims it still.
     */
    public Change released(Parcel before, OrderId order, Instant at, Outlook outlook) {
        return released(before, order, before.id(), at, outlook);
    }

    private Change released(
            Parcel before, OrderId order, ParcelId under, Instant at, Outlook outlook) {
        Claim claim = before.claimOf(order, under);
        if (claim == null || !claim.isDelivery()) {
            return Change.none(before, List.of());
        }
        Parcel after = calmed(before.releasedBy(claim, at));
        if (after.isBlank() && after.watch().episodes() == 0) {
            return Change.forgotten(after);
        }
        return ended(before, claim, after, at, outlook);
    }

    /** The order that sent the parcel waits for it no longer: its open stall clears. */
    public Change settled(Parcel before, OrderId order, Instant at, Outlook outlook) {
        return settled(before, order, before.id(), at, outlook);
    }

    private Change settled(
            Parcel before, OrderId order, ParcelId under, Instant at, Outlook outlook) {
        Claim claim = before.claimOf(order, under);
        if (claim == null || !claim.isDelivery() || !claim.awaited()) {
            return Change.none(before, List.of());
        }
        return ended(before, claim, calmed(before.claimedBy(claim.settled(), at)), at, outlook);
    }

    private Change ended(Parcel before, Claim claim, Parcel after, Instant at, Outlook outlook) {
        Tidings tidings = new Tidings(after, after.journey(), at, outlook);
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
    public Change due(Parcel before, Instant now, Outlook outlook) {
        if (!now.isBefore(retention.end(before))) {
            return Change.forgotten(before);
        }
        Journey journey = before.journey();
        Sighting sighting = sighting(before, journey, outlook);
        if (sighting == null) {
            return Change.none(before, List.of());
        }
        Judgement judgement = judge.due(before.watch(), sighting, now);
        if (judgement.changes().isEmpty()) {
            return Change.none(before, List.of());
        }
        Tidings tidings = tidings(before.with(judgement.watch()), judgement, journey, now, outlook);
        tidings.stalls(judgement.changes());
        return tidings.change(List.of());
    }

    /** The next instant at which {@link #due} has something to do. */
    public Instant deadline(Parcel parcel, Outlook outlook) {
        Instant end = retention.end(parcel);
        Sighting sighting = sighting(parcel, parcel.journey(), outlook);
        Instant due = sighting == null ? null : judge.nextDue(parcel.watch(), sighting);
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
        Sighting sighting = sighting(parcel, parcel.journey(), outlook);
        return sighting == null ? null : judge.standing(parcel.watch(), sighting);
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
                .with(ScanHistory.EMPTY.with(ScanFact.of(scans), limits.scans()).history());
    }

    Judgement news(Parcel parcel, Journey journey, Outlook outlook) {
        Sighting sighting = sighting(parcel, journey, outlook);
        return sighting == null
                ? new Judgement(parcel.watch(), List.of())
                : judge.news(parcel.watch(), sighting);
    }

    private @Nullable Sighting sighting(Parcel parcel, Journey journey, Outlook outlook) {
        List<Claim> awaiting = parcel.awaiting();
        return awaiting.isEmpty()
                ? null
                : sighting(
                        parcel,
                        awaiting.getFirst().told(),
                        journey,
                        Detours.isOne(parcel.history(), limits.timesLeft()),
                        outlook);
    }

    /** The parcel as somebody waits for it, after each of its scans. */
    private List<Sighting> steps(Parcel parcel, Outlook outlook) {
        ParcelClaimed claim = parcel.awaiting().getFirst().told();
        ScanHistory history = parcel.history();
        List<Sighting> steps = new ArrayList<>();
        Journey journey = history.folded();
        steps.add(sighting(parcel, claim, journey, false, outlook));
        for (int i = 0; i < history.facts().size(); i++) {
            journey = journey.then(history.facts().get(i));
            boolean detour = Detours.isOne(history.first(i + 1), limits.timesLeft());
            steps.add(sighting(parcel, claim, journey, detour, outlook));
        }
        return steps;
    }

    private static Sighting sighting(
            Parcel parcel, ParcelClaimed claim, Journey journey, boolean detour, Outlook outlook) {
        return new Sighting(
                parcel.id().courier(),
                claim.platform(),
                claim.service(),
                Outlook.province(claim),
                journey.stage() == Stage.REGISTERED ? outlook.shipBy(claim) : claim.shippedAt(),
                journey,
                detour,
                outlook.usual(parcel, claim, journey.stage()));
    }

    static boolean isMilestone(Journey was, Journey is) {
        return was.stage() != is.stage()
                || was.intercepted() != is.intercepted()
                || !Objects.equals(was.signedAt(), is.signedAt())
                || was.signedBy() != is.signedBy();
    }
}
