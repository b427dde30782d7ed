package io.waybillguard.orders.command;

import io.waybillguard.events.policy.Finding;
import io.waybillguard.orders.order.RefusalCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command is not carried out, or what it is about is not there for the caller. */
public final class RefusedException extends RuntimeException {
    private final RefusalCode code;
    private final transient List<Finding> findings;

    public RefusedException(RefusalCode code, String detail) {
        this(code, detail, List.of());
    }

    RefusedException(RefusalCode code, String detail, List<Finding> findings) {
        super(detail);
        this.code = code;
        this.findings = findings;
    }

    /** What is wrong, field by field; empty where the detail says it all. */
    public List<Finding> findings() {
        return findings;
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
