package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.events.interception.InterceptionResult;

/** What to do next about an interception. */
sealed interface Step {

    /** Ask the courier to stop the parcel. */
    record Request(InterceptionAttempt attempt) implements Step {}

    /** Ask what became of the request. */
    record Query(InterceptionAttempt attempt) implements Step {}

    /** Nothing: tell the engine. */
    record Tell(InterceptionResult result) implements Step {}

    /**
     * Wait, and begin again later.
     *
     * @param why a few fixed words
     */
    record Wait(String why) implements Step {}
}
