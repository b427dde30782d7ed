package io.waybillguard.events.json;

/** What became of bytes that should have been an event. */
public sealed interface Read<V> {

    /** An event. */
    record Event<V>(V value) implements Read<V> {}

    /**
     * Not an event.
     *
     * @param detail where it went wrong, never what stood there
     */
    record Unreadable<V>(Reason reason, String detail) implements Read<V> {}

    /** Why bytes are not an event; the header and the metric of their dead letter say so. */
    enum Reason {
        EMPTY("empty"),
        TOO_LARGE("too-large"),
        NOT_JSON("not-json"),
        UNKNOWN_TYPE("unknown-type"),
        INVALID("invalid");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        /** As it stands in headers and metrics. */
        public String label() {
            return label;
        }
    }
}
