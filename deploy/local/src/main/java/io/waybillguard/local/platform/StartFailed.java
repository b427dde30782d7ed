package io.waybillguard.local.platform;

import java.io.Serial;

/** The platform cannot start; the message tells a person why. */
final class StartFailed extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    StartFailed(String message) {
        super(message);
    }

    StartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
