package io.waybillguard.notifier.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours of the day in which nobody is told anything: from {@code from} on, no longer at {@code
 * until}; over midnight when {@code from} is the later one; none when they are equal.
 *
 * @param zone the buyers' zone, which also says when their day begins
 */
public record QuietHours(LocalTime from, LocalTime until, ZoneId zone) {

    public boolean contains(Instant instant) {
        LocalTime time = instant.atZone(zone).toLocalTime();
        boolean afterFrom = !time.isBefore(from);
        boolean beforeUntil = time.isBefore(until);
        return from.isAfter(until) ? afterFrom || beforeUntil : afterFrom && beforeUntil;
    }

    /** {@code instant} itself, or the end of the quiet hours it falls into. */
    public Instant earliest(Instant instant) {
        if (!contains(instant)) {
            return instant;
        }
        ZonedDateTime local = instant.atZone(zone);
        boolean ends = local.toLocalTime().isBefore(until);
        LocalDate day = ends ? local.toLocalDate() : local.toLocalDate().plusDays(1);
        return ZonedDateTime.of(day, until, zone).withLaterOffsetAtOverlap().toInstant();
    }

    /** The buyers' day of {@code instant}. */
    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
