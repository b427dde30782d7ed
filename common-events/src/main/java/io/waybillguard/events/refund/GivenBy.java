package io.waybillguard.events.refund;

/** Who gave a return waybill. */
public enum GivenBy {
    BUYER,
    SHOP
}
