package io.waybillguard.rules.benchmark;

/**
 * What the rows of the engines ask of a question. What the product's conditions look up or compare
 * is worked out before and handed to the engines as a plain value, which is in their favour.
 */
public enum Column {
    RETURNING,
    OVER_PAID,
    SHIPPED,
    COLLECTED,
    SIGNED,
    BACK,
    LOST,
    AMOUNT,
    ORDER_AMOUNT,
    VIRTUAL,
    FRESH,
    WHOLE_VEHICLE,
    ALL_SEVEN_DAY,
    CROSS_BORDER,
    PARCELS,
    STOPPABLE,
    FULL,
    HOURS_SINCE_SIGNATURE,
    REASON_QUALITY,
    FAST_REFUND,
    UNDER_PRE_SHIP,
    SMALL_AMOUNT,
    WITHIN_LOST_CAP,
    REJECT_THEN_REFUND,
    SEVEN_DAY,
    UNDER_POST_SHIP,
    NORMAL_OPERATION,
    AGREEMENT_COVERS,
    WAYBILL_ENABLED,
    STOPPED_BEFORE,
    ASKED_BEFORE;

    /** As a property and as the name of an input. */
    String label() {
        StringBuilder label = new StringBuilder();
        boolean upper = false;
        for (char letter : name().toCharArray()) {
            if (letter == '_') {
                upper = true;
            } else {
                label.append(upper ? letter : Character.toLowerCase(letter));
                upper = false;
            }
        }
        return label.toString();
    }

    boolean isNumber() {
        return switch (this) {
            case AMOUNT, ORDER_AMOUNT, PARCELS, HOURS_SINCE_SIGNATURE -> true;
            default -> false;
        };
    }
}
