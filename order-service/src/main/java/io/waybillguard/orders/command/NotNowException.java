package io.waybillguard.orders.command;

/** A command was not looked at: nothing was said, and the same command may be repeated. */
public final class NotNowException extends RuntimeException {

    /** Why not. */
    public enum Why {
        /** The projection reads what was said before this process started. */
        PROJECTION_BEHIND("projection-behind"),
        /** Other commands about the same thing take too long. */
        BUSY("busy");

        private final String label;

        Why(String label) {
            this.label = label;
        }

        /** As it stands in a problem's {@code code}. */
        public String label() {
            return label;
        }
    }

    private final Why why;

    NotNowException(Why why) {
        super(why.label());
        this.why = why;
    }

    public Why why() {
        return why;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
