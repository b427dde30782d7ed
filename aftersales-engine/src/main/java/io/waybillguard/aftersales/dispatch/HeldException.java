package io.waybillguard.aftersales.dispatch;

/** A command cannot be settled now; it, and what comes behind it, must wait. */
public final class HeldException extends RuntimeException {

    /**
     * Wait.
     *
     * @param why a few fixed words
     */
    public HeldException(String why) {
        super(why, null, false, false);
    }
}
