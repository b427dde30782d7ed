package io.waybillguard.aftersales.dispatch.interception;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a courier says to a request, a question or a cancellation. */
sealed interface CourierAnswer {

    /** What is said to a request. */
    sealed interface ToRequest extends CourierAnswer permits Known, Already, Silence {}

    /** What is said to a question. */
    sealed interface ToQuestion extends CourierAnswer
            permits Known, NeverSeen, Unaskable, Silence {}

    /** What is said to a cancellation. */
    sealed interface ToCancellation extends CourierAnswer
            permits Cancelled, NotCancelled, Uncancellable, Silence {}

    /** What is said to anything when nothing is. */
    sealed interface Silence extends ToRequest, ToQuestion, ToCancellation
            permits NotAsked, NothingKnown {}

    /**
     * The courier knows the request.
     *
     * @param at since when; null where it is not told
     */
    record Known(Standing standing, @Nullable Instant at) implements ToRequest, ToQuestion {}

    /** It was asked for before, by us or by somebody else: how that stands is to be asked. */
    record Already() implements ToRequest {}

    /** The request never arrived. */
    record NeverSeen() implements ToQuestion {}

    /**
     * The courier answers no questions: it tells by itself, or not at all. Nor is it known to take
     * one id once, so that nothing is asked for again.
     */
    record Unaskable() implements ToQuestion {}

    /** It will not be stopped any more. */
    record Cancelled() implements ToCancellation {}

    /**
     * The courier goes on.
     *
     * @param reason a code
     */
    record NotCancelled(String reason) implements ToCancellation {}

    /** The courier knows no cancellation. */
    record Uncancellable() implements ToCancellation {}

    /**
     * No answer, or none that says anything.
     *
     * @param why a few fixed words
     */
    record NothingKnown(String why) implements Silence {}

    /**
     * The courier was not called: it is known to be down.
     *
     * @param why a few fixed words
     */
    record NotAsked(String why) implements Silence {}
}
