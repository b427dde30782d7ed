package io.waybillguard.tracker.stall;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import org.jspecify.annotations.Nullable;

/** Which kind of stall a stage can come to. */
public final class StallKinds {

    private StallKinds() {}

    /**
     * The kind, or null where nothing is watched: a parcel that is signed for, refused, returned or
     * cancelled owes nobody another scan. A parcel on its way back is watched as one in transit.
     */
    public static @Nullable StallKind of(Stage stage) {
        return switch (stage) {
            case REGISTERED -> StallKind.NOT_COLLECTED;
            case COLLECTED -> StallKind.AFTER_PICKUP;
            case IN_TRANSIT, RETURNING -> StallKind.IN_TRANSIT;
            case AT_DESTINATION, OUT_FOR_DELIVERY, STORED, DELIVERY_FAILED -> StallKind.AT_DELIVERY;
            case SIGNED, REFUSED, RETURNED, CANCELLED -> null;
        };
    }
}
