package io.waybillguard.tracker.tracking;

import io.waybillguard.events.parcel.Scan;
import io.waybillguard.tracker.parcel.Journey;
import io.waybillguard.tracker.parcel.ScanFact;
import io.waybillguard.tracker.stall.Judgement;
import io.waybillguard.tracker.stall.OpenStall;
import io.waybillguard.tracker.stall.StallChange;
import io.waybillguard.tracker.stall.StallChange.Cleared;
import io.waybillguard.tracker.stall.Watch;
import io.waybillguard.tracker.tracking.Change.Fate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A report that shows a number to be used again: first whoever sent the parcel before is told how
 * that ended, then the new one starts.
 *
 * @param horizon the latest instant that belongs to the parcel before
 */
record Succession(Tracking tracking, Instant horizon, Instant at, Outlook outlook) {

    Change reported(Parcel before, List<Scan> scans) {
        Change end = ended(before, scans);
        Parcel blank = before.after(horizon);
        var extended = blank.history().with(ScanFact.of(scans), tracking.watching().scans());
        Parcel started =
                blank.with(extended.history(), at)
                        .told(end.parcel().revision())
                        .with(end.parcel().watch());
        return told(before, end, started, merged(end.fresh(), extended.fresh()));
    }

    /** What is new of the parcel before; nothing any more once the next one was heard of. */
    private Change ended(Parcel before, List<Scan> scans) {
        Parcel last = before.until(horizon);
        List<ScanFact> known = before.history().facts();
        boolean succeeded = !known.isEmpty() && known.getLast().happenedAt().isAfter(horizon);
        List<Scan> its = scans.stream().filter(scan -> !isNext(scan)).toList();
        Change end =
                succeeded || its.isEmpty()
                        ? Change.none(last, its.stream().map(_ -> false).toList())
                        : tracking.heard(last, its, at, outlook);
        List<Boolean> fresh = new ArrayList<>();
        int i = 0;
        for (Scan scan : scans) {
            fresh.add(!isNext(scan) && end.fresh().get(i++));
        }
        return new Change(end.parcel(), Fate.KEPT, fresh, end.milestones(), end.stalls());
    }

    private boolean isNext(Scan scan) {
        return ScanFact.of(scan).happenedAt().isAfter(horizon);
    }

    private Change told(Parcel before, Change end, Parcel started, List<Boolean> fresh) {
        OpenStall open = end.parcel().watch().open();
        List<StallChange> changes = new ArrayList<>();
        Watch watch = started.watch();
        if (open != null && (started.awaiting().isEmpty() || !open.since().isAfter(horizon))) {
            Judgement abandoned = tracking.watching().judge().abandoned(watch);
            changes.addAll(abandoned.changes());
            watch = abandoned.watch();
        }
        Judgement late = tracking.watching().late(started.with(watch), outlook);
        changes.addAll(late.changes());
        Journey is = started.journey();
        Judgement judgement = new Judgement(late.watch(), changes);
        Tidings tidings =
                Tracking.tidings(started.with(judgement.watch()), judgement, is, at, outlook);
        if (open != null) {
            end.parcel()
                    .awaiting()
                    .forEach(claim -> tidings.stall(claim.told(), new Cleared(open, null)));
        }
        Journey was = before.journey();
        if (Tracking.isMilestone(was, is)) {
            started.claims().forEach(claim -> tidings.milestone(claim.told(), was.stage()));
        }
        tidings.stalls(changes);
        return end.and(tidings.change(fresh));
    }

    private static List<Boolean> merged(List<Boolean> old, List<Boolean> next) {
        List<Boolean> either = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            either.add(old.get(i) || next.get(i));
        }
        return either;
    }
}
