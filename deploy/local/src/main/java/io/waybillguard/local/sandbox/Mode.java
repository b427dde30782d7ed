package io.waybillguard.local.sandbox;

import java.util.Set;

/** A way to behave. */
public enum Mode {
    NORMAL,
    /** Answers after the delay. */
    SLOW,
    /** Closes the connection before doing anything. */
    RESET,
    /** Does it, then never answers. */
    EXECUTE_THEN_TIMEOUT,
    /** Does it, then closes the connection without an answer. */
    EXECUTE_THEN_RESET,
    /** 500; in a provider's words: its own code for that, in a 200. */
    ERROR_500,
    ERROR_503,
    /** 429. */
    TOO_MANY,
    /** Says no for good, at once: payment 402, couriers 409, channel 422. */
    DECLINE,
    /** Couriers: accepted, and the outcome is a failure. */
    FAIL,
    /** Couriers: the outcome comes after the delay. */
    LATE,
    /** Couriers: no outcome ever. */
    NEVER,
    /** Couriers: an outcome, told only when asked. */
    NO_CALLBACK;

    private static final Set<Mode> ANY_CALL = Set.of(SLOW, RESET, ERROR_500, ERROR_503, TOO_MANY);
    private static final Set<Mode> COURIERS_ONLY = Set.of(FAIL, LATE, NEVER, NO_CALLBACK);

    /** Whether it touches look-ups as well, not only calls that do something. */
    boolean concernsLookUps() {
        return ANY_CALL.contains(this);
    }

    /** Whether only couriers know it. */
    boolean isForCouriersOnly() {
        return COURIERS_ONLY.contains(this);
    }
}
