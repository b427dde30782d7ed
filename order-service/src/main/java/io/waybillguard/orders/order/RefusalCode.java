package io.waybillguard.orders.order;

/** Why a command is not carried out; the label is part of the API and never changes. */
public enum RefusalCode {
    ORDER_UNKNOWN("order-unknown", Kind.UNKNOWN),
    SHOP_UNKNOWN("shop-unknown", Kind.UNKNOWN),
    PARCEL_UNKNOWN("parcel-unknown", Kind.UNKNOWN),
    REFUND_UNKNOWN("refund-unknown", Kind.UNKNOWN),
    /** A shop says what only the platform may say. */
    PLATFORM_ONLY("platform-only", Kind.FORBIDDEN),
    /** The order id is in use for another order. */
    ORDER_ID_TAKEN("order-id-taken", Kind.CONFLICT),
    ORDER_NOT_PAID("order-not-paid", Kind.CONFLICT),
    PAID_DIFFERENTLY("paid-differently", Kind.CONFLICT),
    ORDER_CLOSED("order-closed", Kind.CONFLICT),
    ORDER_RECEIVED("order-received", Kind.CONFLICT),
    ORDER_NOT_SHIPPED("order-not-shipped", Kind.CONFLICT),
    SHIPPED_DIFFERENTLY("shipped-differently", Kind.CONFLICT),
    SHIPPED_IN_FUTURE("shipped-in-future", Kind.INVALID),
    SHIPPED_LONG_AGO("shipped-long-ago", Kind.INVALID),
    /** Closed as unpaid, though it is paid. */
    ORDER_PAID("order-paid", Kind.CONFLICT),
    /** Closed as cancelled, though a parcel is on its way. */
    ORDER_SHIPPED("order-shipped", Kind.CONFLICT),
    CLOSED_DIFFERENTLY("closed-differently", Kind.CONFLICT),
    /** The refund id is in use for another request. */
    REFUND_ID_TAKEN("refund-id-taken", Kind.CONFLICT),
    REFUND_WRONG_STATE("refund-wrong-state", Kind.CONFLICT),
    /** The offer is not the one that stands, or its id was used before. */
    OFFER_DIFFERS("offer-differs", Kind.CONFLICT),
    /** A partial refund is less than what was asked for. */
    OFFER_NOT_PARTIAL("offer-not-partial", Kind.CONFLICT),
    REFUSAL_NEEDS_PROOF("refusal-needs-proof", Kind.CONFLICT),
    RETURN_WAYBILL_DIFFERS("return-waybill-differs", Kind.CONFLICT),
    /** The return waybill is one that brought the goods. */
    RETURN_IS_DELIVERY("return-is-delivery", Kind.CONFLICT),
    RULE_WITHOUT_NAME("rule-without-name", Kind.INVALID),
    /** Two rules have one name. */
    RULE_NAME_TWICE("rule-name-twice", Kind.INVALID),
    /** A rule's limits leave no amount, or its conditions exclude each other or its decision. */
    RULE_HOLDS_NEVER("rule-holds-never", Kind.INVALID),
    /** An earlier rule holds whenever it would. */
    RULE_NEVER_REACHED("rule-never-reached", Kind.INVALID),
    POLICY_VERSION_OLD("policy-version-old", Kind.CONFLICT),
    /** The version is in use for another policy. */
    POLICY_VERSION_TAKEN("policy-version-taken", Kind.CONFLICT),
    /** No higher version is left. */
    POLICY_VERSIONS_USED_UP("policy-versions-used-up", Kind.CONFLICT);

    private final String label;
    private final Kind kind;

    RefusalCode(String label, Kind kind) {
        this.label = label;
        this.kind = kind;
    }

    /** As it stands in a problem's {@code code}. */
    public String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    /** What sort of answer it is. */
    public enum Kind {
        UNKNOWN,
        INVALID,
        FORBIDDEN,
        CONFLICT
    }
}
