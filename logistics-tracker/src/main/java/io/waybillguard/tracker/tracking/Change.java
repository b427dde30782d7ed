package io.waybillguard.tracker.tracking;

import io.waybillguard.events.parcel.MilestoneEvent;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.StallEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one input did to one parcel.
 *
 * @param parcel what is to be kept
 * @param fate whether it is to be written, left as it was, or forgotten
 * @param fresh for each scan of a report, whether it told something new; empty for other inputs
 * @param milestones to tell; revisions say in which order with {@code stalls}
 * @param stalls to tell
 */
public record Change(
        Parcel parcel,
        Fate fate,
        List<Boolean> fresh,
        List<MilestoneEvent> milestones,
        List<StallEvent> stalls) {

    /** What becomes of the parcel's state. */
    public enum Fate {
        KEPT,
        UNCHANGED,
        FORGOTTEN
    }

    /**
     * Those of the report's scans that told something new.
     *
     * @param reported as they were reported
     */
    public List<Scan> freshOf(List<Scan> reported) {
        List<Scan> told = new ArrayList<>();
        for (int i = 0; i < reported.size(); i++) {
            if (fresh.get(i)) {
                told.add(reported.get(i));
            }
        }
        return told;
    }

    static Change none(Parcel parcel, List<Boolean> fresh) {
        return new Change(parcel, Fate.UNCHANGED, fresh, List.of(), List.of());
    }

    /** This, and then what {@code next} did. */
    Change and(Change next) {
        return new Change(
                next.parcel,
                next.fate,
                next.fresh,
                Stream.concat(milestones.stream(), next.milestones.stream()).toList(),
                Stream.concat(stalls.stream(), next.stalls.stream()).toList());
    }

    static Change forgotten(Parcel parcel) {
        return new Change(parcel, Fate.FORGOTTEN, List.of(), List.of(), List.of());
    }
}
