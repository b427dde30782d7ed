package io.waybillguard.timers.reminders;

import java.time.Instant;

/** What can be asked of a key. */
public sealed interface Command {

    /** Remind at the instant, and at no earlier one that was set. */
    record Set(Instant due) implements Command {}

    /** Do not remind. */
    record Cancel() implements Command {}

    /** Only be counted. */
    record Touch() implements Command {}

    default String text() {
        return switch (this) {
            case Set(var due) -> "set " + due.toEpochMilli();
            case Cancel() -> "cancel";
            case Touch() -> "touch";
        };
    }

    static Command of(String text) {
        return switch (text) {
            case "cancel" -> new Cancel();
            case "touch" -> new Touch();
            default -> new Set(Instant.ofEpochMilli(Long.parseLong(text.substring(4))));
        };
    }
}
