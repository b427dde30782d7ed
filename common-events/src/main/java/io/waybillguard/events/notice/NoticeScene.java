package io.waybillguard.events.notice;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a message to a buyer is about. */
public enum NoticeScene {
    NOT_SHIPPED_YET,
    SHIPPED_NOT_SIGNED,
    STALL_NOT_COLLECTED,
    STALL_AFTER_PICKUP,
    STALL_IN_TRANSIT,
    STALL_AT_DELIVERY,
    REFUND_AGREED,
    RETURN_APPROVED,
    INTERCEPTION_STARTED,
    PLEASE_REFUSE,
    REFUND_WITH_PERSON,
    INTERCEPTION_SUCCEEDED,
    INTERCEPTION_FAILED,
    WAITS_IN_LOCKER,
    RETURN_WAYBILL_WANTED,
    REFUND_PAID,
    REFUND_REFUSED,
    /** A part of the money, for the buyer to accept or decline. */
    OFFER_PARTIAL_REFUND,
    /** The goods once more, for the buyer to accept or decline. */
    OFFER_RESHIPMENT,
    /** The buyer did not answer it in time. */
    OFFER_EXPIRED,
    /** It does not stand any more, by no act of the buyer. */
    OFFER_WITHDRAWN,
    FESTIVAL,
    @JsonEnumDefaultValue
    OTHER
}
