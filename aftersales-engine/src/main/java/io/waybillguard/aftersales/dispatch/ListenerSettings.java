package io.waybillguard.aftersales.dispatch;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/**
 * How commands are read; defaults stand in {@code dispatch.yml}.
 *
 * @param group the consumer group: its offsets are what was done
 * @param concurrency consumers of one process; each partition is read by one of them, in order
 * @param pollRecords commands taken at a time; all of them must be done within the consumer's
 *     {@code max.poll.interval.ms} even when every call ends at its time limit
 * @param pauseFirst how long a partition is paused when its next command cannot be settled
 * @param pauseMost to how much the pause grows, doubling with each failure in a row
 */
public record ListenerSettings(
        @NotBlank String group,
        @Positive int concurrency,
        @Positive int pollRecords,
        @NotNull Duration pauseFirst,
        @NotNull Duration pauseMost) {

    @AssertTrue(message = "pauses must be positive, the first no longer than the most")
    boolean isPausing() {
        return pauseFirst.isPositive() && pauseFirst.compareTo(pauseMost) <= 0;
    }
}
