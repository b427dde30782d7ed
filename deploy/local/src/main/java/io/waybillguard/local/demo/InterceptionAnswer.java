package io.waybillguard.local.demo;

/** The latest word about an interception that was asked for. */
enum InterceptionAnswer {
    ACCEPTED,
    UNKNOWN,
    SUCCEEDED,
    FAILED;

    boolean isFinal() {
        return this == SUCCEEDED || this == FAILED;
    }

    /** This word, unless the one before was already final. */
    InterceptionAnswer after(InterceptionAnswer before) {
        return before.isFinal() ? before : this;
    }
}
