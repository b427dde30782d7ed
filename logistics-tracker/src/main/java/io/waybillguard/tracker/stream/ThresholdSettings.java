package io.waybillguard.tracker.stream;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.Region;
import io.waybillguard.tracker.silence.SilenceRules;
import io.waybillguard.tracker.stall.DefaultThresholds;
import io.waybillguard.tracker.stall.Learning;
import io.waybillguard.tracker.stall.Scope;
import io.waybillguard.tracker.stall.ThresholdRow;
import io.waybillguard.tracker.stall.ThresholdTable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The silence that is allowed (DOMAIN, stalls): defaults by stage, and rows that count before them.
 *
 * @param notCollected from the shipped instant; default 24 h
 * @param afterPickup default 24 h
 * @param inTransit default 48 h
 * @param atDestination default 36 h
 * @param outForDelivery default 24 h
 * @param deliveryFailed default 24 h
 * @param stored default 48 h
 * @param remote in transit to a remote province; default 72 h
 * @param remoteProvinces default 新疆, 西藏, 内蒙古, 宁夏, 青海, 甘肃
 * @param lostAfter the silence after which a stall is suspected lost; default 120 h
 * @param learned how hours are learned where a row asks for it
 * @param rows own rows: of those that cover a parcel the one with the most conditions counts, and
 *     of equals an own one before a default; see {@link ThresholdTable}
 */
@Validated
@ConfigurationProperties("waybill.tracker.thresholds")
public record ThresholdSettings(
        @NotNull
                @DurationMin(millis = 1)
                @DurationMax(days = TrackerSettings.LONGEST_DAYS)
                @DefaultValue("24h")
                Duration notCollected,
        @NotNull
                @DurationMin(millis = 1)
                @DurationMax(days = TrackerSettings.LONGEST_DAYS)
                @DefaultValue("24h")
                Duration afterPickup,
        @NotNull
                @DurationMin(millis = 1)
                @DurationMax(days = TrackerSettings.LONGEST_DAYS)
                @DefaultValue("48h")
                Duration inTransit,
        @NotNull
                @DurationMin(millis = 1)
                @DurationMax(days = TrackerSettings.LONGEST_DAYS)
                @DefaultValue("36h")
                Duration atDestination,
        @NotNull
                @DurationMin(millis = 1)
                @DurationMax(days = TrackerSettings.LONGEST_DAYS)
                @DefaultValue("24h")
                Duration outForDelivery,
        @NotNull
                @DurationMin(millis = 1)
                @DurationMax(days = TrackerSettings.LONGEST_DAYS)
                @DefaultValue("24h")
                Duration deliveryFailed,
        @NotNull
                @DurationMin(millis = 1)
                @DurationMax(days = TrackerSettings.LONGEST_DAYS)
                @DefaultValue("48h")
                Duration stored,
        @NotNull
                @DurationMin(millis = 1)
                @DurationMax(days = TrackerSettings.LONGEST_DAYS)
                @DefaultValue("72h")
                Duration remote,
        @NotNull @DefaultValue({"新疆", "西藏", "内蒙古", "宁夏", "青海", "甘肃"}) Set<String> remoteProvinces,
        @NotNull
                @DurationMin(millis = 1)
                @DurationMax(days = TrackerSettings.LONGEST_DAYS)
                @DefaultValue("120h")
                Duration lostAfter,
        @Valid @NotNull @DefaultValue Learned learned,
        @Valid @DefaultValue List<Row> rows) {

    /** Whether a row's hours are as they are written, or learned where enough is known. */
    public enum Hours {
        FIXED,
        LEARNED
    }

    /**
     * How hours are learned, from silences that ended in movement; of one task, which sees the
     * share of parcels that its partition has.
     *
     * @param quantile the share of them that are no stall, between 0 and 1; default 0.995
     * @param floor no learned hours are fewer; default 12 h
     * @param cap and none are more; default 96 h, at most 90 days
     * @param minSamples with fewer ended silences the fixed hours hold; default 1000, at least as
     *     many as one of them may be longer than the quantile
     * @param window what ended in the window that runs and in the one before it counts; default 30
     *     days
     * @param settleEvery how often parcels begin to be judged by what was learned since; then it is
     *     stored, and a crash loses what came after; default 1 min, at most an hour
     * @param maxLanes the most lanes, each stage for itself, that one task keeps apart; default
     *     4000, at most 50000
     */
    public record Learned(
            @DecimalMin(value = "0", inclusive = false)
                    @DecimalMax(value = "1", inclusive = false)
                    @DefaultValue("0.995")
                    double quantile,
            @NotNull @DurationMin(millis = 1) @DurationMax(days = 90) @DefaultValue("12h")
                    Duration floor,
            @NotNull @DurationMin(millis = 1) @DurationMax(days = 90) @DefaultValue("96h")
                    Duration cap,
            @Positive @DefaultValue("1000") long minSamples,
            @NotNull @DurationMin(days = 1) @DurationMax(days = 365) @DefaultValue("30d")
                    Duration window,
            @NotNull @DurationMin(millis = 1) @DurationMax(hours = 1) @DefaultValue("1m")
                    Duration settleEvery,
            @PositiveOrZero @Max(50_000) @DefaultValue("4000") int maxLanes) {

        SilenceRules rules() {
            return new SilenceRules(quantile, window, settleEvery, maxLanes);
        }

        private Learning learning(@Nullable Duration ownFloor, @Nullable Duration ownCap) {
            if (minSamples * (1 - quantile) < 1 - ROUNDING) {
                throw new IllegalArgumentException(
                        "learned.min-samples: of %d silences none is longer than the quantile %s"
                                .formatted(minSamples, quantile));
            }
            return new Learning(
                    minSamples, ownFloor == null ? floor : ownFloor, ownCap == null ? cap : ownCap);
        }
    }

    /** 200 times 0.005 is less than 1 in binary. */
    private static final double ROUNDING = 1e-9;

    /**
     * One row; a condition that is not set always holds.
     *
     * @param name stands in every stall the row raises
     * @param provinces destinations, by their short or full names
     * @param from the first instant of the period in which the silence must begin
     * @param until the first instant after it
     * @param silence where the hours are fixed, or not enough was learned
     * @param lostAfter default: the table's, or the longest silence of the row where that is longer
     * @param hours default fixed
     * @param floor of learned hours; default: the table's
     * @param cap of learned hours; default: the table's
     */
    public record Row(
            @NotBlank String name,
            @Nullable String platform,
            @Nullable String courier,
            @Nullable String service,
            @DefaultValue Set<String> provinces,
            @DefaultValue Set<StallKind> kinds,
            @DefaultValue Set<Stage> stages,
            @Nullable Instant from,
            @Nullable Instant until,
            @NotNull @DurationMin(millis = 1) @DurationMax(days = TrackerSettings.LONGEST_DAYS)
                    Duration silence,
            @DurationMax(days = TrackerSettings.LONGEST_DAYS) @Nullable Duration lostAfter,
            @NotNull @DefaultValue("FIXED") Hours hours,
            @DurationMin(millis = 1) @DurationMax(days = 90) @Nullable Duration floor,
            @DurationMin(millis = 1) @DurationMax(days = 90) @Nullable Duration cap) {}

    /**
     * The table.
     *
     * @throws IllegalArgumentException for rows or learning that cannot be meant
     */
    ThresholdTable table() {
        learned.learning(null, null);
        return new ThresholdTable(rows.stream().map(this::row).toList(), defaults());
    }

    private DefaultThresholds defaults() {
        return new DefaultThresholds(
                notCollected,
                afterPickup,
                inTransit,
                atDestination,
                outForDelivery,
                deliveryFailed,
                stored,
                remote,
                shortNames(remoteProvinces),
                lostAfter);
    }

    private ThresholdRow row(Row row) {
        Learning learning = learning(row);
        Duration longest =
                learning == null || learning.cap().compareTo(row.silence()) < 0
                        ? row.silence()
                        : learning.cap();
        Duration own = row.lostAfter();
        Duration lost = own == null ? lostAfter : own;
        return new ThresholdRow(
                row.name(),
                scope(row),
                row.silence(),
                own == null && lost.compareTo(longest) < 0 ? longest : lost,
                learning);
    }

    private @Nullable Learning learning(Row row) {
        try {
            return switch (row.hours()) {
                case LEARNED -> learned.learning(row.floor(), row.cap());
                case FIXED -> null;
            };
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(row.name() + ": " + e.getMessage(), e);
        }
    }

    private static Scope scope(Row row) {
        try {
            return new Scope(
                    row.platform(),
                    row.courier() == null ? null : new CourierCode(row.courier()),
                    row.service(),
                    shortNames(row.provinces()),
                    row.kinds(),
                    row.stages(),
                    row.from(),
                    row.until());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(row.name() + ": " + e.getMessage(), e);
        }
    }

    private static Set<String> shortNames(Set<String> provinces) {
        return provinces.stream()
                .map(name -> Region.of(name).province())
                .collect(Collectors.toUnmodifiableSet());
    }
}
