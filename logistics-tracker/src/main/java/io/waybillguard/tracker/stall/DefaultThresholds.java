package io.waybillguard.tracker.stall;

import static io.waybillguard.events.parcel.StallKind.AFTER_PICKUP;
import static io.waybillguard.events.parcel.StallKind.AT_DELIVERY;
import static io.waybillguard.events.parcel.StallKind.IN_TRANSIT;
import static io.waybillguard.events.parcel.StallKind.NOT_COLLECTED;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows that hold where no other does (DOMAIN, stalls).
 *
 * @param notCollected from the shipped instant; it never makes a parcel suspected lost, since no
 *     courier has it
 * @param remote in transit to one of {@code remoteProvinces}
 * @param lostAfter the silence after which any other stall is suspected lost
 */
public record DefaultThresholds(
        Duration notCollected,
        Duration afterPickup,
        Duration inTransit,
        Duration atDestination,
        Duration outForDelivery,
        Duration deliveryFailed,
        Duration stored,
        Duration remote,
        Set<String> remoteProvinces,
        Duration lostAfter) {

    public static final DefaultThresholds STANDARD =
            new DefaultThresholds(
                    Duration.ofHours(24),
                    Duration.ofHours(24),
                    Duration.ofHours(48),
                    Duration.ofHours(36),
                    Duration.ofHours(24),
                    Duration.ofHours(24),
                    Duration.ofHours(48),
                    Duration.ofHours(72),
                    Set.of("新疆", "西藏", "内蒙古", "宁夏", "青海", "甘肃"),
                    Duration.ofHours(120));

    List<ThresholdRow> rows() {
        List<ThresholdRow> rows = new ArrayList<>();
        rows.add(row("not-collected", NOT_COLLECTED, Set.of(), notCollected, null));
        rows.add(row("after-pickup", AFTER_PICKUP, Set.of(), afterPickup, lostAfter));
        rows.add(row("in-transit", IN_TRANSIT, Set.of(), inTransit, lostAfter));
        if (!remoteProvinces.isEmpty()) {
            rows.add(remoteRow());
        }
        rows.add(row("at-destination", AT_DELIVERY, Set.of(), atDestination, lostAfter));
        rows.add(atDelivery("out-for-delivery", Stage.OUT_FOR_DELIVERY, outForDelivery));
        rows.add(atDelivery("delivery-failed", Stage.DELIVERY_FAILED, deliveryFailed));
        rows.add(atDelivery("stored", Stage.STORED, stored));
        return rows;
    }

    private ThresholdRow remoteRow() {
        return new ThresholdRow(
                "in-transit-remote",
                null,
                null,
                null,
                remoteProvinces,
                Set.of(IN_TRANSIT),
                Set.of(),
                null,
                null,
                remote,
                longer(remote, lostAfter));
    }

    private ThresholdRow atDelivery(String name, Stage stage, Duration silence) {
        return row(name, AT_DELIVERY, Set.of(stage), silence, lostAfter);
    }

    private static ThresholdRow row(
            String name,
            StallKind kind,
            Set<Stage> stages,
            Duration silence,
            @Nullable Duration lostAfter) {
        return new ThresholdRow(
                name,
                null,
                null,
                null,
                Set.of(),
                Set.of(kind),
                stages,
                null,
                null,
                silence,
                lostAfter == null ? null : longer(silence, lostAfter));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
