package io.waybillguard.local.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * What a courier is asked to do: to bring a parcel back.
 *
 * @throws IllegalArgumentException when something is missing or another kind is asked for
 */
record InterceptionOrder(
        String requestId, String waybill, String orderId, String kind, String callbackUrl) {

    /** To the sender, whatever the words it was asked for in. */
    static InterceptionOrder back(
            @Nullable String requestId,
            @Nullable String waybill,
            @Nullable String orderId,
            String callbackUrl) {
        try {
            return new InterceptionOrder(
                    orEmpty(requestId),
                    orEmpty(waybill),
                    orEmpty(orderId),
                    "RETURN_TO_SENDER",
                    callbackUrl);
        } catch (IllegalArgumentException e) {
            throw new BadCall(400, String.valueOf(e.getMessage()));
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    InterceptionOrder {
        Wanted.text("requestId", requestId);
        Wanted.text("waybill", waybill);
        Wanted.text("orderId", orderId);
        Wanted.text("callbackUrl", callbackUrl);
        if (!"RETURN_TO_SENDER".equals(kind)) {
            throw new IllegalArgumentException("the kind must be RETURN_TO_SENDER");
        }
    }
}
