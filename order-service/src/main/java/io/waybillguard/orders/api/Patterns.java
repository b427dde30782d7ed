package io.waybillguard.orders.api;

/** What ids and figures in bodies and addresses may be. */
final class Patterns {
    static final String ID = "[A-Za-z0-9._:-]{1,64}";
    static final String COURIER = "[A-Za-z0-9_-]{1,32}";
    static final String WAYBILL = "[A-Za-z0-9-]{1,40}";

    /** More than any amount, less than any overflow: ten billion yuan. */
    static final long MOST_FEN = 1_000_000_000_000L;

    private Patterns() {}
}
