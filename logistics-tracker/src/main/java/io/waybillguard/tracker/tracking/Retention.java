package io.waybillguard.tracker.tracking;

import io.waybillguard.tracker.stall.StallKinds;
import java.time.Duration;
import java.time.Instant;

/**
 * How long parcels are kept after the last news of them.
 *
 * @param finished signed for, refused, returned or cancelled
 * @param unclaimed claimed by no order
 * @param silent all others
 */
public record Retention(Duration finished, Duration unclaimed, Duration silent) {

    public static final Retention STANDARD =
            new Retention(Duration.ofDays(30), Duration.ofDays(60), Duration.ofDays(180));

    /** When {@code parcel} is forgotten unless news of it arrives. */
    Instant end(Parcel parcel) {
        if (StallKinds.of(parcel.journey().stage()) == null) {
            return parcel.changedAt().plus(finished);
        }
        return parcel.changedAt().plus(parcel.claims().isEmpty() ? unclaimed : silent);
    }
}
