package io.waybillguard.aftersales.trial;

import io.waybillguard.events.json.EventJson;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How rules are tried on the past.
 *
 * @param dir where inputs and results are; default {@code backtests} below the working directory
 * @param atOnce how many run at once; default 1
 * @param waiting how many more may wait; one too many is turned away; default 10
 * @param kept how long a result is kept; default 30 days
 * @param lead how far before a period the facts of its orders are looked for; default 30 days
 * @param slack how long after a deadline what came before it may still arrive; default 2 s, as the
 *     engine's pulses have it
 * @param recordsAtMost how many records one partition's cases, or one file, may bring to memory;
 *     default 2 million, about 2 GB
 * @param largestUpload of a file of requests; default 512 MB
 * @param longestLine of a file; default 1 MB, the most that an event may have
 * @param requestsAtMost how many requests one backtest compares; default 1 million, up to 4 GB of
 *     differing cases on disk
 */
@Validated
@ConfigurationProperties("waybill.engine.backtests")
record TrialSettings(
        @NotNull @DefaultValue("backtests") Path dir,
        @Positive @DefaultValue("1") int atOnce,
        @PositiveOrZero @DefaultValue("10") int waiting,
        @NotNull @DefaultValue("30d") Duration kept,
        @NotNull @DefaultValue("30d") Duration lead,
        @NotNull @DefaultValue("2s") Duration slack,
        @Positive @DefaultValue("2000000") int recordsAtMost,
        @NotNull @DefaultValue("512MB") DataSize largestUpload,
        @NotNull @DefaultValue("1MB") DataSize longestLine,
        @Positive @DefaultValue("1000000") int requestsAtMost) {

    private static final Duration LONGEST = Duration.ofDays(3650);

    @AssertTrue(message = "kept must be positive, lead and slack not negative; ten years at most")
    boolean isTimePossible() {
        return kept.isPositive()
                && !lead.isNegative()
                && !slack.isNegative()
                && Stream.of(kept, lead, slack).allMatch(each -> each.compareTo(LONGEST) <= 0);
    }

    @AssertTrue(message = "an upload must have a byte, a line 1 KB to 1 MB")
    boolean isSizePossible() {
        return largestUpload.toBytes() > 0
                && longestLine.toKilobytes() >= 1
                && longestLine.toBytes() <= EventJson.MAX_BYTES;
    }
}
