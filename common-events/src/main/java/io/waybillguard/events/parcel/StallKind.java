package io.waybillguard.events.parcel;

/** The kinds of stall (物流停滞). */
public enum StallKind {
    /** 已发货未揽收: shipped by the shop, no pickup scan; a warning. */
    NOT_COLLECTED,
    /** 揽收后停滞: nothing onward after the pickup. */
    AFTER_PICKUP,
    /** 运转异常: after the first onward scan, before delivery. */
    IN_TRANSIT,
    /** 派签异常: at the destination, out for delivery, failed or stored. */
    AT_DELIVERY
}
