package io.waybillguard.aftersales.refund;

/** What is to be counted besides what is published. */
public sealed interface Note {

    /** A new request. */
    record Requested() implements Note {}

    /** A request that came again. */
    record Duplicate() implements Note {}

    /** One request of the order too many: it is not decided. */
    record OneTooMany() implements Note {}

    /** Another request under an id that is taken: it is not decided. */
    record Conflict() implements Note {}

    /**
     * An event that cannot happen in the state of its case.
     *
     * @param state its published name; {@link #NO_CASE} where there is no such case
     */
    record Ignored(String state, CaseEvent event) implements Note {
        public static final String NO_CASE = "NONE";
    }
}
