package io.waybillguard.events.parcel;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What one line of a parcel's history says (DOMAIN, parcels and scans). */
public enum ScanKind {
    /** Waybill made, goods not handed over: not a pickup (已下单). */
    ORDERED,
    /** The courier has the goods (揽收). */
    COLLECTED,
    /** Left a hub or branch (发件). */
    DEPARTED,
    /** Reached a hub or branch (到件). */
    ARRIVED,
    /** Reached the destination city or branch (到达派件城市). */
    AT_DESTINATION,
    /** On the last courier's vehicle (派件). */
    OUT_FOR_DELIVERY,
    /** Put in a locker or pickup station (投柜, 驿站). */
    STORED,
    /** Tried and failed, with a problem reason (派件异常). */
    DELIVERY_FAILED,
    /** Signed for (签收). */
    SIGNED,
    /** The buyer refused it (拒收). */
    REFUSED,
    /** On its way back (退回). */
    RETURNING,
    /** Signed for by the sender (退签). */
    RETURNED,
    /** The courier confirms an interception (已拦截). */
    INTERCEPTED,
    /** Handed to another courier or address (转投). */
    REDIRECTED,
    /** Something is wrong, with a reason (疑难, 问题件). */
    PROBLEM,
    /** A customs step (清关). */
    CUSTOMS,
    /** The waybill is cancelled (销单). */
    CANCELLED,
    /** Understood as a sign of life only; also what a reader makes of a kind newer than itself. */
    @JsonEnumDefaultValue
    OTHER
}
