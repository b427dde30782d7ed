package io.waybillguard.tracker.provider;

/** How a subscription to one parcel stands, as a provider says with a push. */
public enum Subscription {
    /** It goes on. */
    POLLING("polling"),
    /** It is over: the parcel was signed for. */
    SHUTDOWN("shutdown"),
    /** What was told before is told anew. */
    UPDATEALL("updateall"),
    /** It was given up: nothing was found for days. */
    ABORT_NO_RECORD("abort_no_record"),
    /** It was given up: nothing changed for long. */
    ABORT_NO_CHANGE("abort_no_change"),
    /** It was given up for a reason that is none of these. */
    ABORT("abort"),
    /** In a word that is not known. */
    OTHER("other");

    private final String label;

    Subscription(String label) {
        this.label = label;
    }

    /** As it stands in metrics. */
    public String label() {
        return label;
    }
}
