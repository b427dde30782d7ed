package io.waybillguard.aftersales.dispatch.interception;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a courier says to a request or a question. */
sealed interface CourierAnswer {

    /** What is said to a request. */
    sealed interface ToRequest extends CourierAnswer permits Known, NotAsked, NothingKnown {}

    /** What is said to a question. */
    sealed interface ToQuestion extends CourierAnswer
            permits Known, NeverSeen, NotAsked, NothingKnown {}

    /**
     * The courier knows the request.
     *
     * @param at since when; null where it is not told
     */
    record Known(Standing standing, @Nullable Instant at) implements ToRequest, ToQuestion {}

    /** The request never arrived. */
    record NeverSeen() implements ToQuestion {}

    /**
     * No answer, or none that says anything.
     *
     * @param why a few fixed words
     */
    record NothingKnown(String why) implements ToRequest, ToQuestion {}

    /**
     * The courier was not called: it is known to be down.
     *
     * @param why a few fixed words
     */
    record NotAsked(String why) implements ToRequest, ToQuestion {}
}
