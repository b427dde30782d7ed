package io.waybillguard.aftersales.trial;

/** What a caller gave cannot be taken. */
final class InvalidInputException extends RuntimeException {

    private final String field;

    /** With the field's path, empty for the whole, and our own words. */
    InvalidInputException(String field, String message) {
        super(message);
        this.field = field;
    }

    String field() {
        return field;
    }
}
