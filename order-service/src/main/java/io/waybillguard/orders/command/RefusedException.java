package io.waybillguard.orders.command;

import io.waybillguard.orders.order.RefusalCode;
import org.jspecify.annotations.Nullable;

/** A command is not carried out, or what it is about is not there for the caller. */
public final class RefusedException extends RuntimeException {
    private final RefusalCode code;

    public RefusedException(RefusalCode code, String detail) {
        super(detail);
        this.code = code;
    }

    public RefusalCode code() {
        return code;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /** The detail; for the caller to read. */
    public @Nullable String detail() {
        return getMessage();
    }
}
