package io.waybillguard.tracker.provider;

import io.waybillguard.events.json.EventJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Providers' times: with or without an offset, to the second, to the minute or to the millisecond,
 * {@code T} or a space between date and time.
 *
 * @param zone of times that name none
 */
public record Times(ZoneId zone) {

    private static final DateTimeFormatter LOCAL =
            new DateTimeFormatterBuilder()
                    .appendPattern("uuuu-MM-dd['T'][' ']HH:mm[:ss]")
                    .appendFraction(java.time.temporal.ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .toFormatter()
                    .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter WITH_OFFSET =
            new DateTimeFormatterBuilder()
                    .append(LOCAL)
                    .optionalStart()
                    .appendLiteral(' ')
                    .optionalEnd()
                    .optionalStart()
                    .appendOffset("+HH:MM", "Z")
                    .optionalEnd()
                    .optionalStart()
                    .appendOffset("+HHmm", "Z")
                    .optionalEnd()
                    .toFormatter()
                    .withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern OFFSET =
            Pattern.compile(".*(?:[Zz]|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})");
    private static final int LONGEST = 40;

    private static final String PLAIN = "0000-00-00 00:00:00";

    /** The instant; null when {@code text} is none, or lies outside the years 2000 to 2099. */
    public @Nullable Instant read(@Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            return null;
        }
        String time = text.strip();
        try {
            if (isPlain(time)) {
                return sane(plain(time).atZone(zone).toInstant());
            }
            boolean offset = time.length() > 16 && OFFSET.matcher(time.substring(16)).matches();
            return sane(
                    offset
                            ? OffsetDateTime.parse(
                                            time.toUpperCase(java.util.Locale.ROOT), WITH_OFFSET)
                                    .toInstant()
                            : LocalDateTime.parse(time, LOCAL).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether it has the form of most: a date and a time to the second, and no more. */
    private static boolean isPlain(String time) {
        boolean plain = time.length() == PLAIN.length();
        for (int at = 0; plain && at < PLAIN.length(); at++) {
            char letter = time.charAt(at);
            char form = PLAIN.charAt(at);
            plain = form == '0' ? letter >= '0' && letter <= '9' : letter == form;
        }
        return plain;
    }

    private static LocalDateTime plain(String time) {
        return LocalDateTime.of(
                Integer.parseInt(time, 0, 4, 10),
                Integer.parseInt(time, 5, 7, 10),
                Integer.parseInt(time, 8, 10, 10),
                Integer.parseInt(time, 11, 13, 10),
                Integer.parseInt(time, 14, 16, 10),
                Integer.parseInt(time, 17, 19, 10));
    }

    /** The instant of a time in epoch milliseconds; null outside the years 2000 to 2099. */
    public static @Nullable Instant ofMillis(long millis) {
        return sane(Instant.ofEpochMilli(millis));
    }

    /**
     * Whether an event may hold it, in the years 2000 to 2099: else it is a mistake, not a time.
     */
    public static boolean isSane(Instant instant) {
        return !instant.isBefore(EventJson.EARLIEST) && instant.isBefore(EventJson.LATEST);
    }

    private static @Nullable Instant sane(Instant instant) {
        return isSane(instant) ? instant : null;
    }
}
