package io.waybillguard.tracker.lines;

import io.waybillguard.events.parcel.Scan;
import io.waybillguard.tracker.lines.LineMeanings.Said;
import io.waybillguard.tracker.provider.Arrival;
import io.waybillguard.tracker.provider.Decoded.PassedOver;
import io.waybillguard.tracker.provider.LineLimits;
import io.waybillguard.tracker.provider.Times;
import java.time.Instant;

/**
 * A line to a scan: what its code and words mean ({@link LineMeanings}), at the time it tells. The
 * latest meanings are remembered, because couriers say the same of many parcels and full lists
 * repeat what was told before.
 */
public final class LineReader {

    /** A line's fate. */
    public sealed interface Line {
        /**
         * It is a scan.
         *
         * @param unknownCode whether it bore a code that the table does not know
         */
        record Told(Scan scan, boolean unknownCode) implements Line {}

        /** It is none. */
        record Passed(PassedOver because) implements Line {}
    }

    private final Remembered meanings;
    private final Arrival arrival;

    /**
     * A reader.
     *
     * @param table the provider's codes
     */
    public LineReader(StatusTable table, LineLimits limits) {
        this.meanings = new Remembered(new LineMeanings(table), limits.memory());
        this.arrival = limits.arrival();
    }

    /** What {@code line} says. */
    public Line read(CourierLine line, Instant receivedAt) {
        Instant happened = line.happenedAt();
        if (happened == null || !Times.isSane(happened)) {
            return new Line.Passed(PassedOver.NO_TIME);
        }
        if (!arrival.isPossible(happened, receivedAt)) {
            return new Line.Passed(PassedOver.IN_THE_FUTURE);
        }
        LineMeanings.Meaning meaning = meanings.of(Said.in(line));
        return switch (meaning) {
            case LineMeanings.Meaning.Nothing _ -> new Line.Passed(PassedOver.REMARK);
            case LineMeanings.Meaning.Event event ->
                    new Line.Told(event.at(happened, receivedAt), event.unknownCode());
        };
    }
}
