package io.waybillguard.local.sandbox;

import java.util.List;

/** What stands behind a sandbox's HTTP server: it does what it is asked and keeps the book. */
interface Counterpart {

    /**
     * Does what {@code call} asks.
     *
     * @param inForce the behaviour for this call, as far as it concerns what is done and not how it
     *     is answered
     * @throws BadCall when the call is wrong
     */
    Answer answer(Call call, Behaviour inForce);

    /** Everything that was done, oldest first. */
    List<?> book();

    /** Whether {@code call} does something, and does not only ask. */
    default boolean does(Call call) {
        return call.method().equals("POST");
    }

    /** What it says when it is told to be in trouble itself. */
    default Answer trouble(Call call) {
        return Answer.problem(500, "told to fail");
    }

    /** Whether it can be told to behave like {@code mode}. */
    default boolean knows(Mode mode) {
        return !mode.isForCouriersOnly();
    }
}
