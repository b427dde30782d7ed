package io.waybillguard.orders.order;

/** What becomes of a command that would say {@code E}. */
public sealed interface Verdict<E> {

    /** It is to be said. */
    record Publish<E>(E event) implements Verdict<E> {}

    /** It was said before, in the same words: nothing to do. */
    record Repeated<E>() implements Verdict<E> {}

    /**
     * It is not to be said.
     *
     * @param detail for a person, without personal data
     */
    record Refused<E>(RefusalCode code, String detail) implements Verdict<E> {}
}
