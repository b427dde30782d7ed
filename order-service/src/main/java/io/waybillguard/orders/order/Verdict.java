package io.waybillguard.orders.order;

import io.waybillguard.events.policy.Finding;
import java.util.List;

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
     * @param findings what is wrong, field by field; empty where the detail says it all
     */
    record Refused<E>(RefusalCode code, String detail, List<Finding> findings)
            implements Verdict<E> {
        Refused(RefusalCode code, String detail) {
            this(code, detail, List.of());
        }
    }
}
