package io.waybillguard.tracker.provider;

import io.waybillguard.tracker.provider.Provider.Answer;
import io.waybillguard.tracker.provider.Provider.Outcome;

/** The answer to providers that look at the HTTP status alone. */
public final class PlainAnswer {

    private PlainAnswer() {}

    /** The outcome in words, for whoever reads their log. */
    public static Answer to(Outcome outcome) {
        return new Answer(
                "application/json;charset=UTF-8", "{\"message\":\"%s\"}".formatted(words(outcome)));
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case TAKEN -> "taken";
            case UNKNOWN_ACCOUNT -> "no such account";
            case NOT_AUTHENTIC -> "wrong signature";
            case TOO_LARGE -> "too large";
            case NOT_WRITTEN -> "not taken, send it again";
        };
    }
}
