package io.waybillguard.events.json;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Instants in the one form that we write: {@code 2026-03-01T12:00:00Z}, with a fraction of 3, 6 or
 * 9 digits where it is not zero. What is written otherwise is left to the library, which takes ten
 * times as long.
 */
final class PlainInstants {

    private static final String FORM = "0000-00-00T00:00:00";
    private static final int MOST_DIGITS = 9;

    /** Beyond year 9999, and within what a date can hold. */
    private static final long LIMIT = 400_000_000_000L;

    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int[] POWERS = {
        1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1
    };

    private PlainInstants() {}

    /** The instant; null when it is not written plainly. */
    static @Nullable Instant read(String text) {
        int end = text.length() - 1;
        if (end < FORM.length() || text.charAt(end) != 'Z' || !isOfTheForm(text)) {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int nano = fraction(text, end);
        boolean possible =
                month >= 1
                        && month <= 12
                        && day >= 1
                        && day <= DAYS[month - 1] + (month == 2 && Year.isLeap(year) ? 1 : 0)
                        && hour <= 23
                        && minute <= 59
                        && second <= 59
                        && nano >= 0;
        return possible
                ? LocalDateTime.of(year, month, day, hour, minute, second, nano)
                        .toInstant(ZoneOffset.UTC)
                : null;
    }

    private static boolean isOfTheForm(String text) {
        for (int i = 0; i < FORM.length(); i++) {
            char form = FORM.charAt(i);
            char c = text.charAt(i);
            if (form == '0' ? c < '0' || c > '9' : c != form) {
                return false;
            }
        }
        return true;
    }

    /** The nanoseconds behind the point; 0 without one; -1 when that is no fraction. */
    private static int fraction(String text, int end) {
        int point = FORM.length();
        if (point == end) {
            return 0;
        }
        int digits = end - point - 1;
        if (text.charAt(point) != '.' || digits < 1 || digits > MOST_DIGITS) {
            return -1;
        }
        for (int i = point + 1; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return -1;
            }
        }
        return number(text, point + 1, end) * POWERS[digits];
    }

    private static int number(String text, int from, int until) {
        int number = 0;
        for (int i = from; i < until; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    /** The plain form; what it cannot hold, before year 0 or after 9999, as the library has it. */
    static String write(Instant instant) {
        LocalDateTime time =
                LocalDateTime.ofEpochSecond(
                        Math.clamp(instant.getEpochSecond(), -LIMIT, LIMIT),
                        instant.getNano(),
                        ZoneOffset.UTC);
        if (time.getYear() < 0 || time.getYear() > 9999) {
            return instant.toString();
        }
        StringBuilder text = new StringBuilder(FORM.length() + MOST_DIGITS + 2);
        digits(text, time.getYear(), 4).append('-');
        digits(text, time.getMonthValue(), 2).append('-');
        digits(text, time.getDayOfMonth(), 2).append('T');
        digits(text, time.getHour(), 2).append(':');
        digits(text, time.getMinute(), 2).append(':');
        digits(text, time.getSecond(), 2);
        fraction(text, time.getNano());
        return text.append('Z').toString();
    }

    private static void fraction(StringBuilder text, int nano) {
        if (nano == 0) {
            return;
        }
        text.append('.');
        if (nano % 1_000_000 == 0) {
            digits(text, nano / 1_000_000, 3);
        } else if (nano % 1_000 == 0) {
            digits(text, nano / 1_000, 6);
        } else {
            digits(text, nano, MOST_DIGITS);
        }
    }

    private static StringBuilder digits(StringBuilder text, int number, int count) {
        for (int digit = MOST_DIGITS - count + 1; digit <= MOST_DIGITS; digit++) {
            text.append((char) ('0' + number / POWERS[digit] % 10));
        }
        return text;
    }
}
