package io.waybillguard.tracker.tracking;

import static io.waybillguard.tracker.Scans.PARCEL;
import static io.waybillguard.tracker.Scans.hour;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.MilestoneEvent.MilestoneReached;
import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.parcel.ParcelSnapshot;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.parcel.StallEvent.StallCleared;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.tracker.stall.DefaultThresholds;
import io.waybillguard.tracker.stall.StallJudge;
import io.waybillguard.tracker.stall.ThresholdTable;
import io.waybillguard.tracker.stream.ParcelCodec;
import io.waybillguard.tracker.tracking.Change.Fate;
import io.waybillguard.tracker.tracking.Tracking.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** One parcel's inputs, told in some order to a tracker of its own, and all that it tells. */
final class Telling {

    static final Duration ALL_DEADLINES = Duration.ofDays(20);

    private static final Tracking TRACKING =
            new Tracking(
                    new StallJudge(new ThresholdTable(List.of(), DefaultThresholds.STANDARD)),
                    Retention.STANDARD,
                    new Limits(300, 2));

    /** An input: a push of scans, or an order's claim. */
    sealed interface Input {
        /** Lines, in the order in which the push lists them. */
        record Push(List<Scan> scans) implements Input {}

        /** An order's word. */
        record Claims(ParcelClaimed claim) implements Input {}

        /** Nothing else comes for so long, and what falls due meanwhile fires. */
        record Pause(Duration length) implements Input {}
    }

    private final List<StallEvent> stalls = new ArrayList<>();
    private final List<MilestoneReached> milestones = new ArrayList<>();
    private Parcel parcel;
    private Instant clock;

    private Telling(Instant start) {
        clock = start;
        parcel = Parcel.unknown(PARCEL, clock);
    }

    /** Tells the inputs a second after each other, before any deadline, and then lets all come. */
    static Telling of(List<Input> inputs) {
        Telling telling = new Telling(hour(0));
        inputs.forEach(telling::tell);
        telling.pause(ALL_DEADLINES);
        return telling;
    }

    private void tell(Input input) {
        clock = clock.plusSeconds(1);
        switch (input) {
            case Input.Push(var scans) ->
                    take(TRACKING.reported(parcel, scans, clock, Outlook.CLEAR));
            case Input.Claims(var claim) ->
                    take(TRACKING.claimed(parcel, claim, clock, Outlook.CLEAR));
            case Input.Pause(var length) -> pause(length);
        }
    }

    private void pause(Duration length) {
        clock = clock.plus(length);
        Instant due = TRACKING.deadline(parcel, Outlook.CLEAR);
        while (due.isBefore(clock)) {
            take(TRACKING.due(parcel, due, Outlook.CLEAR));
            due = TRACKING.deadline(parcel, Outlook.CLEAR);
        }
    }

    private void take(Change change) {
        if (change.fate() == Fate.KEPT) {
            parcel = stored(change.parcel());
        }
        change.milestones().forEach(told -> milestones.add((MilestoneReached) told));
        stalls.addAll(change.stalls());
    }

    /** As it comes back from the store. */
    private static Parcel stored(Parcel kept) {
        Parcel read = ParcelCodec.read(PARCEL, ParcelCodec.write(kept));
        assertThat(read).isEqualTo(kept);
        return read;
    }

    Parcel parcel() {
        return parcel;
    }

    List<StallEvent> stalls() {
        return stalls;
    }

    /** All revisions, each once if all is well. */
    List<Long> revisions() {
        List<Long> all = new ArrayList<>();
        milestones.forEach(told -> all.add(told.revision()));
        stalls.forEach(told -> all.add(told.revision()));
        return all;
    }

    /** Each stall as it was told last, by its number. */
    Map<Integer, StallDetails> episodes() {
        Map<Integer, StallDetails> last = new TreeMap<>();
        stalls.forEach(told -> last.put(told.stall().episode(), told.stall()));
        return last;
    }

    /** The open stall of each order, as one keeps it who replaces and drops it event by event. */
    Map<OrderId, StallDetails> open() {
        Map<OrderId, StallDetails> open = new TreeMap<>();
        for (StallEvent told : stalls) {
            if (told instanceof StallCleared) {
                open.remove(told.orderId());
            } else {
                open.put(told.orderId(), told.stall());
            }
        }
        return open;
    }

    /** What the latest milestone told each order. */
    <T> Map<OrderId, T> lastMilestones(Function<ParcelSnapshot, T> what) {
        Map<OrderId, T> last = new TreeMap<>();
        milestones.forEach(told -> last.put(told.orderId(), what.apply(told.parcel())));
        return last;
    }
}
