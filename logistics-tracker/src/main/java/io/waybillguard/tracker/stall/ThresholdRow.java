package io.waybillguard.tracker.stall;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.types.CourierCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of the threshold table. A condition that is null or empty always holds.
 *
 * @param name stands in every stall the row raises
 * @param provinces destinations, by their short names
 * @param from the first instant of the period in which the silence must begin
 * @param until the first instant after it
 * @param silence how long a parcel may be silent: at this long it is a stall
 * @param lostAfter the silence after which it is suspected lost; null when it never is
 * @throws IllegalArgumentException for a blank name, a silence that is not positive, a period that
 *     ends before it begins, or a lostAfter shorter than the silence
 */
public record ThresholdRow(
        String name,
        @Nullable String platform,
        @Nullable CourierCode courier,
        @Nullable String service,
        Set<String> provinces,
        Set<StallKind> kinds,
        Set<Stage> stages,
        @Nullable Instant from,
        @Nullable Instant until,
        Duration silence,
        @Nullable Duration lostAfter) {

    public ThresholdRow {
        provinces = Set.copyOf(provinces);
        kinds = Set.copyOf(kinds);
        stages = Set.copyOf(stages);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a threshold row needs a name");
        }
        if (!silence.isPositive()) {
            throw new IllegalArgumentException(name + ": silence must be positive");
        }
        if (lostAfter != null && lostAfter.compareTo(silence) < 0) {
            throw new IllegalArgumentException(name + ": lost-after is shorter than silence");
        }
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException(name + ": the period ends before it begins");
        }
    }

    /** Whether every condition holds. */
    boolean covers(Circumstances that) {
        return (platform == null || platform.equalsIgnoreCase(that.platform()))
                && (courier == null || courier.equals(that.courier()))
                && (service == null || service.equalsIgnoreCase(that.service()))
                && (provinces.isEmpty() || provinces.contains(that.province()))
                && (kinds.isEmpty() || kinds.contains(that.kind()))
                && (stages.isEmpty() || stages.contains(that.stage()))
                && (from == null || !that.since().isBefore(from))
                && (until == null || that.since().isBefore(until));
    }

    /** How many conditions it has; a period is one. */
    long specificity() {
        return Stream.of(
                        platform != null,
                        courier != null,
                        service != null,
                        !provinces.isEmpty(),
                        !kinds.isEmpty(),
                        !stages.isEmpty(),
                        from != null || until != null)
                .filter(set -> set)
                .count();
    }
}
