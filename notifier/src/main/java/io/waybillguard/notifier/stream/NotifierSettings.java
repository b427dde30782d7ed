package io.waybillguard.notifier.stream;

import io.waybillguard.notifier.notice.PlanRules;
import io.waybillguard.notifier.notice.QuietHours;
import io.waybillguard.timers.PulseSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages are planned.
 *
 * @param quietHours in which nothing is told
 * @param gather how long the first piece of a buyer's news waits for others; default 30 s
 * @param dailyCap messages a buyer a day, but those a refund needs; default 3
 * @param staleAfter the age from which news is dropped; default 24 h
 * @param rememberFor how long it is remembered what was told; default 90 days, as long as the
 *     topics that tell it are kept
 * @param pendingAtMost pieces of one buyer's news that may wait at one time; default 50
 * @param rememberAtMost matters of one buyer that are remembered; default 3000. Both together must
 *     leave a buyer within the largest record of the broker, 1 MiB
 * @param store where buyers are kept; default {@code HEAP}
 * @param pulse how time is kept
 * @param progressEvery how often each task tells the others how far it has read, before which
 *     nothing is planned: a message waits so much longer; default 5 s
 * @param stallStaleAfter a planned message about a stall that was not sent for so long is dropped;
 *     one of the age of {@code staleAfter} in any case; default 2 h
 */
@Validated
@ConfigurationProperties("waybill.notifier")
public record NotifierSettings(
        @NotNull @Valid @DefaultValue Quiet quietHours,
        @NotNull @DurationMin @DefaultValue("30s") Duration gather,
        @PositiveOrZero @DefaultValue("3") int dailyCap,
        @NotNull @DurationMin(millis = 1) @DefaultValue("24h") Duration staleAfter,
        @NotNull @DurationMin(millis = 1) @DefaultValue("90d") Duration rememberFor,
        @Positive @DefaultValue("50") int pendingAtMost,
        @Positive @DefaultValue("3000") int rememberAtMost,
        @NotNull @DefaultValue("HEAP") Store store,
        @NotNull @Valid @DefaultValue Pulse pulse,
        @NotNull @DurationMin(millis = 1) @DefaultValue("5s") Duration progressEvery,
        @NotNull @DurationMin(millis = 1) @DefaultValue("2h") Duration stallStaleAfter) {

    /**
     * Quiet hours; equal ends mean none.
     *
     * @param from the first quiet minute; default 22:00
     * @param until the first that is not; default 08:00
     * @param zone the buyers' zone; default Asia/Shanghai
     */
    public record Quiet(
            @NotNull @DefaultValue("22:00") LocalTime from,
            @NotNull @DefaultValue("08:00") LocalTime until,
            @NotNull @DefaultValue("Asia/Shanghai") ZoneId zone) {}

    /** Where buyers are kept; a changelog stands behind either. */
    public enum Store {
        /** A map in memory: fastest. */
        HEAP,
        /** RocksDB: more buyers than memory holds. */
        ROCKSDB
    }

    /**
     * How time is kept.
     *
     * @param every how often a task appends a pulse; default 1 s
     * @param slack how far now stays behind the latest pulse; default 2 s
     * @param maxFired the most deadlines one pulse fires; default 1000
     * @param maxFiring the longest one pulse fires; default 200 ms
     */
    public record Pulse(
            @NotNull @DurationMin(millis = 1) @DefaultValue("1s") Duration every,
            @NotNull @DurationMin @DefaultValue("2s") Duration slack,
            @Positive @DefaultValue("1000") int maxFired,
            @NotNull @DurationMin(millis = 1) @DefaultValue("200ms") Duration maxFiring) {}

    PlanRules rules() {
        return new PlanRules(
                new QuietHours(quietHours.from(), quietHours.until(), quietHours.zone()),
                gather,
                dailyCap,
                staleAfter,
                stallStaleAfter,
                rememberFor,
                pendingAtMost,
                rememberAtMost);
    }

    Progress.Settings telling(int partitions) {
        return new Progress.Settings(partitions, progressEvery);
    }

    PulseSettings pulses() {
        return new PulseSettings(pulse.every(), pulse.slack(), pulse.maxFired(), pulse.maxFiring());
    }
}
