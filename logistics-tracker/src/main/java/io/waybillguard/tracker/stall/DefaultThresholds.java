package io.waybillguard.tracker.stall;

import static io.waybillguard.events.parcel.StallKind.AFTER_PICKUP;
import static io.waybillguard.events.parcel.StallKind.IN_TRANSIT;
import static io.waybillguard.events.parcel.StallKind.NOT_COLLECTED;

import io.waybillguard.events.parcel.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
        rows.add(new ThresholdRow("not-collected", Scope.of(NOT_COLLECTED), notCollected, null));
        rows.add(row("after-pickup", Scope.of(AFTER_PICKUP), afterPickup));
        rows.add(row("in-transit", Scope.of(IN_TRANSIT), inTransit));
        if (!remoteProvinces.isEmpty()) {
            rows.add(row("in-transit-remote", Scope.of(IN_TRANSIT).to(remoteProvinces), remote));
        }
        rows.add(row("at-destination", Scope.of(Stage.AT_DESTINATION), atDestination));
        rows.add(row("out-for-delivery", Scope.of(Stage.OUT_FOR_DELIVERY), outForDelivery));
        rows.add(row("delivery-failed", Scope.of(Stage.DELIVERY_FAILED), deliveryFailed));
        rows.add(row("stored", Scope.of(Stage.STORED), stored));
        return rows;
    }

    private ThresholdRow row(String name, Scope scope, Duration silence) {
        return new ThresholdRow(name, scope, silence, longer(silence, lostAfter));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
