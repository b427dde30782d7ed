package io.waybillguard.orders.api;

/** One field of a request is not acceptable. */
final class InvalidFieldException extends RuntimeException {
    private final String field;

    InvalidFieldException(String field, String message) {
        super(message);
        this.field = field;
    }

    String field() {
        return field;
    }
}
