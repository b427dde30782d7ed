package io.waybillguard.tracker.silence;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.types.CourierCode;

/**
 * Of which parcels a sketch is.
 *
 * @param from the province they come from; empty with {@code to}: the courier's parcels anywhere
 */
public record Lane(CourierCode courier, String from, String to, Stage stage) {

    /** The courier's parcels anywhere. */
    public static Lane anywhere(CourierCode courier, Stage stage) {
        return new Lane(courier, "", "", stage);
    }

    /** Whether it is of the courier's parcels anywhere. */
    public boolean isAnywhere() {
        return from.isEmpty() || to.isEmpty();
    }
}
