package io.waybillguard.orders.command;

/** The log did not confirm an event: it may or may not be there, the command may be repeated. */
public final class NotAcceptedException extends RuntimeException {
    NotAcceptedException(Throwable cause) {
        super("the log did not confirm the event", cause);
    }
}
