package io.waybillguard.notifier.send;

import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The header {@code Retry-After}: seconds, or a date compared with the answer's own. */
final class RetryAfter {

    private RetryAfter() {}

    /** The wait it asks for; zero when it is missing, past or unreadable. */
    static Duration of(HttpResponse<?> response) {
        String value = response.headers().firstValue("Retry-After").orElse("").strip();
        String date = response.headers().firstValue("Date").orElse("");
        return of(value, date);
    }

    static Duration of(String value, String date) {
        if (value.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Duration wait = Duration.between(httpDate(date), httpDate(value));
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    private static Instant httpDate(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }
}
