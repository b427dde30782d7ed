package io.waybillguard.tracker.stream;

import io.waybillguard.timers.PulseSettings;
import io.waybillguard.tracker.provider.Arrival;
import io.waybillguard.tracker.tracking.Retention;
import io.waybillguard.tracker.tracking.Tracking.Limits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How parcels are tracked.
 *
 * @param store where they are kept; default heap
 * @param publishScans write every new scan to parcel.scans.v1; default true
 * @param progressEvery how often it is told how far has been read; default 1 s
 * @param ahead how far a scan may lie after its arrival; default 5 min
 * @param maxScans the most scans held a parcel; older ones are folded together; default 300
 * @param detourAfter how often a hub must have been left for the next visit to be a detour; default
 *     2
 * @param pulse how time is kept
 * @param keep how long parcels are kept
 */
@Validated
@ConfigurationProperties("waybill.tracker")
public record TrackerSettings(
        @NotNull @DefaultValue("heap") StoreType store,
        @DefaultValue("true") boolean publishScans,
        @NotNull @DefaultValue("1s") Duration progressEvery,
        @NotNull @DefaultValue("5m") Duration ahead,
        @Positive @DefaultValue("300") int maxScans,
        @Positive @DefaultValue("2") int detourAfter,
        @NotNull @DefaultValue Pulses pulse,
        @NotNull @DefaultValue Keep keep) {

    /**
     * How time is kept; the meanings and defaults of {@link PulseSettings}.
     *
     * @param every default 1 s
     * @param slack default 2 s
     * @param maxFired default 1000
     * @param maxFiring default 200 ms
     */
    public record Pulses(
            @NotNull @DefaultValue("1s") Duration every,
            @NotNull @DefaultValue("2s") Duration slack,
            @Positive @DefaultValue("1000") int maxFired,
            @NotNull @DefaultValue("200ms") Duration maxFiring) {

        PulseSettings settings() {
            return new PulseSettings(every, slack, maxFired, maxFiring);
        }
    }

    /**
     * How long parcels are kept after the last news of them.
     *
     * @param finished signed for, refused, returned or cancelled; default 30 days
     * @param unclaimed claimed by no order; default 60 days
     * @param silent all others; default 180 days
     */
    public record Keep(
            @NotNull @DefaultValue("30d") Duration finished,
            @NotNull @DefaultValue("60d") Duration unclaimed,
            @NotNull @DefaultValue("180d") Duration silent) {}

    Arrival arrival() {
        return new Arrival(ahead);
    }

    Retention retention() {
        return new Retention(keep.finished(), keep.unclaimed(), keep.silent());
    }

    Limits limits() {
        return new Limits(maxScans, detourAfter);
    }
}
