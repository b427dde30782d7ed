package io.waybillguard.tracker.stream;

import io.waybillguard.timers.PulseSettings;
import io.waybillguard.tracker.feed.FeedRules;
import io.waybillguard.tracker.provider.Arrival;
import io.waybillguard.tracker.tracking.Retention;
import io.waybillguard.tracker.tracking.Tracking.Limits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How parcels are tracked.
 *
 * <p>No duration is longer than ten years.
 *
 * @param store where they are kept; default heap
 * @param publishScans write every new scan to parcel.scans.v1; default true
 * @param progressEvery how often it is told how far has been read; default 1 s, at most 1 min
 * @param ahead how far a scan may lie after its arrival; default 5 min, at most 1 day
 * @param maxScans the most scans held a parcel, 20 to 1000; older ones are folded together; default
 *     300
 * @param detourAfter how often a hub must have been left for the next visit to be a detour; default
 *     2
 * @param pulse how time is kept
 * @param keep how long parcels are kept
 * @param feed when a courier's feed is taken for silent
 */
@Validated
@ConfigurationProperties("waybill.tracker")
public record TrackerSettings(
        @NotNull @DefaultValue("heap") StoreType store,
        @DefaultValue("true") boolean publishScans,
        @NotNull @DurationMin(millis = 1) @DurationMax(minutes = 1) @DefaultValue("1s")
                Duration progressEvery,
        @NotNull @DurationMin @DurationMax(days = 1) @DefaultValue("5m") Duration ahead,
        @Min(20) @Max(1000) @DefaultValue("300") int maxScans,
        @Positive @DefaultValue("2") int detourAfter,
        @Valid @NotNull @DefaultValue Pulses pulse,
        @Valid @NotNull @DefaultValue Keep keep,
        @Valid @NotNull @DefaultValue Feed feed) {

    static final int LONGEST_DAYS = 3650;

    /**
     * How time is kept; the meanings and defaults of {@link PulseSettings}.
     *
     * @param every default 1 s, at most 1 min
     * @param slack default 2 s, at most 10 min
     * @param maxFired default 1000
     * @param maxFiring default 200 ms, at most 10 s
     */
    public record Pulses(
            @NotNull @DurationMin(millis = 1) @DurationMax(minutes = 1) @DefaultValue("1s")
                    Duration every,
            @NotNull @DurationMin @DurationMax(minutes = 10) @DefaultValue("2s") Duration slack,
            @Positive @DefaultValue("1000") int maxFired,
            @NotNull @DurationMin(millis = 1) @DurationMax(seconds = 10) @DefaultValue("200ms")
                    Duration maxFiring) {

        PulseSettings settings() {
            return new PulseSettings(every, slack, maxFired, maxFiring);
        }
    }

    /**
     * How long parcels are kept after the last news of them.
     *
     * @param finished signed for, refused, returned or cancelled, or no order waits for it any
     *     more; and which parcels an order had, once it waits for none of them; default 30 days
     * @param unclaimed claimed by no order; default 60 days
     * @param silent all others, and what orders have sent; default 180 days, longer than any
     *     silence after which a parcel is suspected lost
     * @param reused how long after the last scan of a parcel that is finished the next scan, or a
     *     shipment under its number, is of another parcel; default 60 days, not shorter than {@code
     *     finished}
     */
    public record Keep(
            @NotNull
                    @DurationMin(minutes = 1)
                    @DurationMax(days = LONGEST_DAYS)
                    @DefaultValue("30d")
                    Duration finished,
            @NotNull
                    @DurationMin(minutes = 1)
                    @DurationMax(days = LONGEST_DAYS)
                    @DefaultValue("60d")
                    Duration unclaimed,
            @NotNull
                    @DurationMin(minutes = 1)
                    @DurationMax(days = LONGEST_DAYS)
                    @DefaultValue("180d")
                    Duration silent,
            @NotNull
                    @DurationMin(minutes = 1)
                    @DurationMax(days = LONGEST_DAYS)
                    @DefaultValue("60d")
                    Duration reused) {}

    /**
     * When a courier's feed is taken for silent; the meanings of {@link FeedRules}. The numbers are
     * of one task: it sees the share of a courier's parcels that its partition has.
     *
     * @param hours default 3, at most 12
     * @param atLeast default 30
     * @param below default 0.1
     * @param recovered default 0.5
     * @param live default 6 h
     * @param giveUpAfter default 7 days
     */
    public record Feed(
            @Min(1) @Max(12) @DefaultValue("3") int hours,
            @Positive @DefaultValue("30") int atLeast,
            @Positive @Max(1) @DefaultValue("0.1") double below,
            @Positive @Max(1) @DefaultValue("0.5") double recovered,
            @NotNull @DurationMin(minutes = 1) @DurationMax(days = LONGEST_DAYS) @DefaultValue("6h")
                    Duration live,
            @NotNull @DurationMin(hours = 1) @DurationMax(days = LONGEST_DAYS) @DefaultValue("7d")
                    Duration giveUpAfter) {

        FeedRules rules() {
            return new FeedRules(hours, atLeast, below, recovered, live, giveUpAfter);
        }
    }

    Arrival arrival() {
        return new Arrival(ahead);
    }

    Retention retention() {
        return new Retention(keep.finished(), keep.unclaimed(), keep.silent(), keep.reused());
    }

    Limits limits() {
        return new Limits(maxScans, detourAfter);
    }
}
