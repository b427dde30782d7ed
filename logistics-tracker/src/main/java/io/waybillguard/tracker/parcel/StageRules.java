package io.waybillguard.tracker.parcel;

import static io.waybillguard.events.parcel.Stage.AT_DESTINATION;
import static io.waybillguard.events.parcel.Stage.CANCELLED;
import static io.waybillguard.events.parcel.Stage.COLLECTED;
import static io.waybillguard.events.parcel.Stage.DELIVERY_FAILED;
import static io.waybillguard.events.parcel.Stage.IN_TRANSIT;
import static io.waybillguard.events.parcel.Stage.OUT_FOR_DELIVERY;
import static io.waybillguard.events.parcel.Stage.REFUSED;
import static io.waybillguard.events.parcel.Stage.REGISTERED;
import static io.waybillguard.events.parcel.Stage.RETURNED;
import static io.waybillguard.events.parcel.Stage.RETURNING;
import static io.waybillguard.events.parcel.Stage.SIGNED;
import static io.waybillguard.events.parcel.Stage.STORED;

import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.Stage;

/** How one more scan, later than all before it, moves a parcel from stage to stage. */
final class StageRules {

    private StageRules() {}

    /**
     * The stage after a scan.
     *
     * @param returning whether an earlier scan said that the parcel goes back: then a signature is
     *     the sender's
     */
    static Stage next(Stage now, boolean returning, ScanKind kind) {
        return returning ? wayBack(now, kind) : wayThere(now, kind);
    }

    private static Stage wayBack(Stage now, ScanKind kind) {
        return switch (kind) {
            case SIGNED, RETURNED -> RETURNED;
            case RETURNING -> RETURNING;
            case ORDERED,
                    COLLECTED,
                    DEPARTED,
                    ARRIVED,
                    AT_DESTINATION,
                    OUT_FOR_DELIVERY,
                    STORED,
                    DELIVERY_FAILED,
                    REFUSED,
                    INTERCEPTED,
                    REDIRECTED,
                    PROBLEM,
                    CUSTOMS,
                    CANCELLED,
                    OTHER ->
                    now;
        };
    }

    private static Stage wayThere(Stage now, ScanKind kind) {
        return switch (kind) {
            case ORDERED, PROBLEM, OTHER -> now;
            case COLLECTED -> now == REGISTERED || now == CANCELLED ? COLLECTED : now;
            case DEPARTED, INTERCEPTED, REDIRECTED, CUSTOMS -> isHandedOver(now) ? now : IN_TRANSIT;
            case ARRIVED -> arrived(now);
            case AT_DESTINATION -> isHandedOver(now) || now == STORED ? now : AT_DESTINATION;
            case OUT_FOR_DELIVERY -> OUT_FOR_DELIVERY;
            case STORED -> STORED;
            case DELIVERY_FAILED -> DELIVERY_FAILED;
            case SIGNED -> SIGNED;
            case REFUSED -> REFUSED;
            case RETURNING -> RETURNING;
            case RETURNED -> RETURNED;
            case CANCELLED -> isHandedOver(now) ? now : CANCELLED;
        };
    }

    /** A hub's scan after the buyer's answer is late paper work, not movement back. */
    private static boolean isHandedOver(Stage stage) {
        return stage == SIGNED || stage == REFUSED;
    }

    /** Back at the branch after an attempt, not back on the road. */
    private static Stage arrived(Stage now) {
        return switch (now) {
            case SIGNED, REFUSED, STORED -> now;
            case AT_DESTINATION, OUT_FOR_DELIVERY, DELIVERY_FAILED -> AT_DESTINATION;
            case REGISTERED, COLLECTED, IN_TRANSIT, RETURNING, RETURNED, CANCELLED -> IN_TRANSIT;
        };
    }
}
