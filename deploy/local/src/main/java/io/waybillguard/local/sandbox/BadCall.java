package io.waybillguard.local.sandbox;

import java.io.Serial;

/** A call that is wrong in itself. */
final class BadCall extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final int status;

    BadCall(int status, String detail) {
        super(detail);
        this.status = status;
    }

    Answer answer() {
        return Answer.problem(status, String.valueOf(getMessage()));
    }
}
