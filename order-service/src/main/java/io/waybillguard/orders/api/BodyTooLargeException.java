package io.waybillguard.orders.api;

import java.io.IOException;

/** A body went on past the limit while it was read. */
final class BodyTooLargeException extends IOException {
    BodyTooLargeException() {
        super("the body is larger than is taken");
    }
}
