package io.waybillguard.tracker.stall;

import io.waybillguard.events.parcel.LearnedSilence;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a row allows one parcel.
 *
 * @param learned what the silence was taken from; null when the row's fixed hours hold
 */
public record Allowance(ThresholdRow row, Duration silence, @Nullable LearnedSilence learned) {}
