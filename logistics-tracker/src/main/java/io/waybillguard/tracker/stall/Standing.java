package io.waybillguard.tracker.stall;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By which row a parcel's silence is judged.
 *
 * @param row of an open stall the one that raised it, else the one that would
 * @param since when the silence began
 * @param silence what the row allows
 * @param lostAfter the silence after which the parcel is suspected lost; null when it never is
 * @param dueAt when silence next raises or escalates a stall; null when it does neither
 */
public record Standing(
        String row,
        Instant since,
        Duration silence,
        @Nullable Duration lostAfter,
        @Nullable Instant dueAt) {}
