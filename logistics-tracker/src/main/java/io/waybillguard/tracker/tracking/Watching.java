package io.waybillguard.tracker.tracking;

import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.tracker.parcel.Detours;
import io.waybillguard.tracker.parcel.Journey;
import io.waybillguard.tracker.parcel.ScanFact;
import io.waybillguard.tracker.parcel.ScanHistory;
import io.waybillguard.tracker.stall.Judgement;
import io.waybillguard.tracker.stall.Sighting;
import io.waybillguard.tracker.stall.StallChange;
import io.waybillguard.tracker.stall.StallJudge;
import io.waybillguard.tracker.stall.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges a parcel's silence as the first who waits for it sees it; one that nobody waits for is not
 * judged.
 *
 * @param scans how many scans a parcel holds at most
 * @param timesLeft how often a hub must have been left for the next visit to be a detour
 */
record Watching(StallJudge judge, int scans, int timesLeft) {

    /**
     * Judges after each new scan, in the order in which they happened. When one is from before what
     * was known, all that was known is judged anew.
     */
    Judgement stepwise(Parcel before, Parcel after, List<ScanFact> fresh, Outlook outlook) {
        if (after.awaiting().isEmpty() || !after.history().isLedTo(before.history(), fresh)) {
            return late(after, outlook);
        }
        if (fresh.size() < 2) {
            return news(after, after.journey(), outlook);
        }
        Parcel step = before;
        List<StallChange> changes = new ArrayList<>();
        for (ScanFact scan : fresh) {
            step = step.with(step.history().with(List.of(scan), scans).history());
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

    /** Judges the latest that is known. */
    Judgement news(Parcel parcel, Journey journey, Outlook outlook) {
        Sighting sighting = sighting(parcel, journey, outlook);
        return sighting == null
                ? new Judgement(parcel.watch(), List.of())
                : judge.news(parcel.watch(), sighting);
    }

    /** What a deadline that came says; null while nobody waits for the parcel, or it is over. */
    @Nullable Judgement due(Parcel parcel, Instant now, Outlook outlook) {
        Sighting sighting = sighting(parcel, parcel.journey(), outlook);
        return sighting == null ? null : judge.due(parcel.watch(), sighting, now);
    }

    /** When silence is to be judged next; null while there is none to judge. */
    @Nullable Instant nextDue(Parcel parcel, Outlook outlook) {
        Sighting sighting = sighting(parcel, parcel.journey(), outlook);
        return sighting == null ? null : judge.nextDue(parcel.watch(), sighting);
    }

    /** By which row silence is judged; null while there is none to judge. */
    @Nullable Standing standing(Parcel parcel, Outlook outlook) {
        Sighting sighting = sighting(parcel, parcel.journey(), outlook);
        return sighting == null ? null : judge.standing(parcel.watch(), sighting);
    }

    /** Without a stall when nobody waits for it. */
    Parcel calmed(Parcel parcel) {
        return parcel.awaiting().isEmpty()
                ? parcel.with(judge.abandoned(parcel.watch()).watch())
                : parcel;
    }

    private @Nullable Sighting sighting(Parcel parcel, Journey journey, Outlook outlook) {
        List<Claim> awaiting = parcel.awaiting();
        return awaiting.isEmpty()
                ? null
                : sighting(
                        parcel,
                        awaiting.getFirst().told(),
                        journey,
                        Detours.isOne(parcel.history(), timesLeft),
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
            boolean detour = Detours.isOne(history.first(i + 1), timesLeft);
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
}
