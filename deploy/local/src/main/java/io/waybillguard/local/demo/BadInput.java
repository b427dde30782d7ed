package io.waybillguard.local.demo;

/** What is to be played cannot be played; the message tells a person why. */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadInput(String why) {
        super(why);
    }

    BadInput(String why, Throwable cause) {
        super(why, cause);
    }
}
