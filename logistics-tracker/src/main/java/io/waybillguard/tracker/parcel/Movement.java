package io.waybillguard.tracker.parcel;

import io.waybillguard.events.parcel.ScanKind;

/** Which scans show that a parcel moved. */
final class Movement {

    private Movement() {}

    /**
     * Whether the parcel moved on. A waybill being made, a complaint, a failed attempt and a bare
     * sign of life are news, but not movement.
     */
    static boolean isShownBy(ScanKind kind) {
        return switch (kind) {
            case ORDERED, DELIVERY_FAILED, PROBLEM, OTHER -> false;
            case COLLECTED,
                    DEPARTED,
                    ARRIVED,
                    AT_DESTINATION,
                    OUT_FOR_DELIVERY,
                    STORED,
                    SIGNED,
                    REFUSED,
                    RETURNING,
                    RETURNED,
                    INTERCEPTED,
                    REDIRECTED,
                    CUSTOMS,
                    CANCELLED ->
                    true;
        };
    }
}
