package io.waybillguard.aftersales.dispatch;

/** Nothing is known of what became of a request, or it was not sent at all. */
public final class NoReplyException extends Exception {

    /**
     * Nothing is known.
     *
     * @param why a few fixed words, fit for a log and an event: {@code timeout}, {@code http-503}
     */
    NoReplyException(String why) {
        super(why);
    }

    /** A few fixed words, fit for a log and an event. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
