package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.events.interception.InterceptionResult;

/** What to do next about an interception. */
sealed interface Step {

    /** Ask the courier to stop the parcel. */
    record Request(InterceptionAttempt attempt) implements Step {}

    /** Ask what became of the request. */
    record Query(InterceptionAttempt attempt) implements Step {}

    /** Ask the courier to let the parcel go on. */
    record Cancel(InterceptionAttempt attempt) implements Step {}

    /** Nothing: nobody needs to know more than how often that was. */
    record Count(String outcome) implements Step {}

    /** Nothing: tell the engine. */
    record Tell(InterceptionResult result) implements Step {}

    /**
     * Wait, and begin again later.
     *
     * @param why a few fixed words
     */
    record Wait(String why) implements Step {}
}
