package io.waybillguard.orders.query;

/** Where an order stands. */
public enum OrderState {
    PLACED,
    PAID,
    SHIPPED,
    RECEIVED,
    CLOSED
}
