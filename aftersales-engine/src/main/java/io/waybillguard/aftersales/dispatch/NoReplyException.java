package io.waybillguard.aftersales.dispatch;

/** Nothing is known of what became of a request, or it was not sent at all. */
public final class NoReplyException extends Exception {

    private static final String DOWN = "breaker-open";

    /**
     * Nothing is known.
     *
     * @param why a few fixed words, fit for a log and an event: {@code timeout}, {@code http-503}
     */
    NoReplyException(String why) {
        super(why);
    }

    /** The party is known to be down, so that nothing was sent. */
    static NoReplyException down() {
        return new NoReplyException(DOWN);
    }

    /** Nothing was sent, because the party is known to be down. */
    public boolean isNotAsked() {
        return why().equals(DOWN);
    }

    /** A few fixed words, fit for a log and an event. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
