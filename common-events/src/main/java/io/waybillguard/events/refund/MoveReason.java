package io.waybillguard.events.refund;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What moved a case. */
public enum MoveReason {
    DECIDED,
    DECIDED_ANEW,
    ORDER_ARRIVED,
    ORDER_NEVER_ARRIVED,
    /** What the shop's rules ask of the buyer's refunds is known. */
    HISTORY_HEARD,
    HISTORY_UNANSWERED,
    INTERCEPTION_ACCEPTED,
    INTERCEPTION_SUCCEEDED,
    INTERCEPTION_FAILED,
    INTERCEPTION_UNANSWERED,
    /** The courier cannot be reached: the request to stop the parcel waits, or came too late. */
    COURIER_UNREACHABLE,
    PARCEL_REFUSED,
    PARCEL_RETURNING,
    PARCEL_SIGNED,
    REJECTION_WAIT_OVER,
    MERCHANT_AGREED,
    MERCHANT_REFUSED,
    REFUSAL_WITHOUT_PROOF,
    MERCHANT_SILENT,
    RETURN_WAYBILL_GIVEN,
    RETURN_WAYBILL_OVERDUE,
    RETURN_SIGNED,
    /** The return was not signed for in time: a person looks. */
    RETURN_OVERDUE,
    RETURN_CONFIRMED,
    RETURN_CONFIRMATION_OVERDUE,
    /** What the couriers told until the decision was read, and it stands. */
    PARCELS_PROVEN,
    /** The platform's caps of the day allow what the rule pays. */
    ALLOWANCE_GRANTED,
    ALLOWANCE_DENIED,
    /** Whether the caps of the day allow it was not heard in time: a person looks. */
    ALLOWANCE_UNANSWERED,
    /** The shop offers something else. */
    OFFERED,
    OFFER_ACCEPTED,
    OFFER_DECLINED,
    OFFER_EXPIRED,
    OFFER_WITHDRAWN,
    /** The buyer asks for something else now. */
    REQUEST_CHANGED,
    WITHDRAWN,
    PAID,
    PAYOUT_DECLINED,
    PAYOUT_PARKED,
    @JsonEnumDefaultValue
    OTHER
}
