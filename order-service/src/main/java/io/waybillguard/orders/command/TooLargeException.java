package io.waybillguard.orders.command;

/** What was to be said is more than the log takes in one event: nothing was said. */
public final class TooLargeException extends RuntimeException {
    TooLargeException(Throwable cause) {
        super("the log takes no event so large", cause);
    }
}
