package io.waybillguard.local.sandbox;

/**
 * What a courier is asked to do: to bring a parcel back.
 *
 * @throws IllegalArgumentException when something is missing or another kind is asked for
 */
record InterceptionOrder(
        String requestId, String waybill, String orderId, String kind, String callbackUrl) {

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
