package io.waybillguard.tracker.stream;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.Region;
import io.waybillguard.tracker.stall.DefaultThresholds;
import io.waybillguard.tracker.stall.Scope;
import io.waybillguard.tracker.stall.ThresholdRow;
import io.waybillguard.tracker.stall.ThresholdTable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
        @Valid @DefaultValue List<Row> rows) {

    /**
     * One row; a condition that is not set always holds.
     *
     * @param name stands in every stall the row raises
     * @param provinces destinations, by their short or full names
     * @param from the first instant of the period in which the silence must begin
     * @param until the first instant after it
     * @param lostAfter default: the table's, or {@code silence} where that is longer
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
            @DurationMax(days = TrackerSettings.LONGEST_DAYS) @Nullable Duration lostAfter) {}

    ThresholdTable table() {
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
        Duration own = row.lostAfter();
        Duration lost = own == null ? lostAfter : own;
        return new ThresholdRow(
                row.name(),
                scope(row),
                row.silence(),
                own == null && lost.compareTo(row.silence()) < 0 ? row.silence() : lost);
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
