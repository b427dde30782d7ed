package io.waybillguard.local.demo;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.types.CourierCode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How a parcel travels, told backwards from the demo's now.
 *
 * @param platformWaybill whether the platform's e-waybill was used
 * @param inWords whether the courier's pushes carry no codes, only text
 * @param shippedAgo when the shop said that it is shipped
 * @param lines oldest first; may be empty
 */
record Trip(
        CourierCode courier,
        boolean platformWaybill,
        boolean inWords,
        Duration shippedAgo,
        List<TripLine> lines) {

    /** Under this age of the first line a list may grow push by push and no prefix is a stall. */
    private static final Duration FRESH = Duration.ofHours(22);

    Trip {
        lines = List.copyOf(lines);
    }

    static Trip by(String courier, double shippedHoursAgo, TripLine... lines) {
        return new Trip(
                new CourierCode(courier),
                true,
                false,
                Duration.ofMinutes(Math.round(shippedHoursAgo * 60)),
                List.of(lines));
    }

    /** The same trip, told by a courier that gives no codes. */
    Trip inWordsOnly() {
        return new Trip(courier, platformWaybill, true, shippedAgo, lines);
    }

    /** Where the last line leaves the parcel. */
    Stage ends() {
        return lines.reversed().stream()
                .map(line -> line.kind().stage())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Stage.REGISTERED);
    }

    /** Whether no part of this trip is so old that it would be a stall if the rest came later. */
    boolean isFresh() {
        return lines.isEmpty()
                || Duration.ofMinutes(lines.getFirst().minutesAgo()).compareTo(FRESH) < 0;
    }
}
