package io.waybillguard.events.refund;

/** What a buyer asks for. */
public enum RefundKind {
    /** 仅退款 */
    REFUND_ONLY,
    /** 退货退款 */
    RETURN_AND_REFUND
}
