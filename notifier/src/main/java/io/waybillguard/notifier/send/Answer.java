package io.waybillguard.notifier.send;

import java.time.Duration;

/** What became of one attempt. */
sealed interface Answer {

    /** The channel has it. */
    record Taken() implements Answer {}

    /** The channel certainly does not have it: it may be tried again. */
    sealed interface NotTaken extends Answer {}

    /**
     * Too many at one time.
     *
     * @param after the wait the channel asks for; zero when it asks for none
     */
    record Busy(Duration after) implements NotTaken {}

    /** No connection: nothing was sent. */
    record Unreachable() implements NotTaken {}

    /** The channel does not want it. */
    record Refused(int status) implements Answer {}

    /** There is no request that says it: the channel certainly does not have it. */
    record Unsendable(String why) implements Answer {}

    /** Perhaps the channel has it: never again. */
    record Unknown(String why) implements Answer {}
}
