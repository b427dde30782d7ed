package io.waybillguard.tracker.tracking;

import io.waybillguard.tracker.stall.StallKinds;
import io.waybillguard.tracker.stall.ThresholdRow;
import java.time.Duration;
import java.time.Instant;

/**
 * How long parcels are kept after the last news of them.
 *
 * @param finished signed for, refused, returned or cancelled, or no order waits for it any more;
 *     and which parcels an order had, once it waits for none of them
 * @param unclaimed claimed by no order
 * @param silent all others, and what leads to where a parcel went on
 * @param reused how long after the last scan of a finished parcel the next scan, or a shipment
 *     under its number, is of another parcel; not shorter than {@code finished}: what a parcel is
 *     still kept for is its own
 */
public record Retention(Duration finished, Duration unclaimed, Duration silent, Duration reused) {

    public static final Retention STANDARD =
            new Retention(
                    Duration.ofDays(30),
                    Duration.ofDays(60),
                    Duration.ofDays(180),
                    Duration.ofDays(60));

    public Retention {
        if (reused.compareTo(finished) < 0) {
            throw new IllegalArgumentException(
                    "a number counts as reused after %s, but finished parcels are kept for %s"
                            .formatted(reused, finished));
        }
    }

    void requireToOutlast(ThresholdRow row) {
        Duration lostAfter = row.lostAfter();
        Duration longest = lostAfter == null ? row.longest() : lostAfter;
        if (silent.compareTo(longest) <= 0) {
            throw new IllegalArgumentException(
                    "silent parcels are kept for %s, but threshold row %s waits for %s"
                            .formatted(silent, row.name(), longest));
        }
    }

    /** When an order's parcels are forgotten, that were last told of {@code at}. */
    public Instant end(Shipments shipments, Instant at) {
        return at.plus(shipments.isAwaiting() ? silent : finished);
    }

    /** When {@code parcel} is forgotten unless news of it arrives. */
    Instant end(Parcel parcel) {
        if (parcel.successor() != null) {
            return parcel.changedAt().plus(silent);
        }
        boolean settled = !parcel.claims().isEmpty() && parcel.awaiting().isEmpty();
        if (settled || StallKinds.of(parcel.journey().stage()) == null) {
            return parcel.changedAt().plus(finished);
        }
        return parcel.changedAt().plus(parcel.claims().isEmpty() ? unclaimed : silent);
    }
}
