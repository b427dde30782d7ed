package io.waybillguard.tracker.lines;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line as a provider tells it, before anything is understood.
 *
 * @param happenedAt null when its time cannot be read
 * @param code the provider's own; empty where there is none
 * @param text the line's words, with whatever personal data stands in them; may be empty
 * @param place as told apart from the words; may be empty
 */
public record CourierLine(@Nullable Instant happenedAt, String code, String text, String place) {}
