package io.waybillguard.events.refund;

/** Where a refund case stands. */
public enum CaseState {
    /** The order is not known yet. */
    WAITING_FOR_ORDER,
    /** What the shop's rules ask of the buyer's refunds is not known yet. */
    WAITING_FOR_HISTORY,
    /** A person of the shop must act. */
    MANUAL,
    /** The courier was asked to stop the parcel. */
    INTERCEPTING,
    /** The buyer is to accept or decline what the shop offers instead. */
    OFFERED,
    /** The buyer is to refuse the parcel (拒收). */
    AWAITING_REJECTION,
    /** The buyer is to send the goods back and give the waybill. */
    AWAITING_RETURN,
    RETURN_ON_THE_WAY,
    /** 退货物流已签收待处理: return signed, to be handled. */
    RETURN_SIGNED,
    /** To be paid by a rule, once all that the couriers told until now has been read. */
    PROVING_PARCELS,
    /** To be paid by a rule, once it is known that the platform's caps of the day allow it. */
    CHECKING_ALLOWANCE,
    /** The payout was commanded. */
    PAYING,
    /** The payment side cannot be asked any more: a person must look. */
    PAYOUT_PARKED,
    CLOSED
}
