package io.waybillguard.events.refund;

/** Who must act next. */
public enum Actor {
    BUYER,
    SHOP,
    COURIER,
    PAYMENT,
    OPERATOR,
    NOBODY
}
