package io.waybillguard.tracker.tracking;

import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.parcel.Journey;
import io.waybillguard.tracker.parcel.ScanHistory;
import io.waybillguard.tracker.stall.Watch;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one parcel.
 *
 * @param claims by the orders it belongs to, the earliest shipped first: it tells the thresholds
 * @param revision of the latest event that told of it
 * @param changedAt when news of it last arrived
 */
public record Parcel(
        ParcelId id,
        ScanHistory history,
        List<ParcelClaimed> claims,
        Watch watch,
        long revision,
        Instant changedAt) {

    private static final Comparator<ParcelClaimed> EARLIEST =
            Comparator.comparing(ParcelClaimed::shippedAt).thenComparing(ParcelClaimed::orderId);

    public Parcel {
        claims = List.copyOf(claims);
    }

    /** A parcel that nothing is known of. */
    public static Parcel unknown(ParcelId id, Instant at) {
        return new Parcel(id, ScanHistory.EMPTY, List.of(), Watch.CALM, 0, at);
    }

    public Journey journey() {
        return history.journey();
    }

    /** Whether nothing is known of it. */
    boolean isBlank() {
        return claims.isEmpty() && history.journey().scans() == 0;
    }

    /** The claim of {@code order}; null when there is none. */
    @Nullable ParcelClaimed claimOf(OrderId order) {
        return claims.stream()
                .filter(claim -> claim.orderId().equals(order))
                .findFirst()
                .orElse(null);
    }

    Parcel with(ScanHistory history, Instant at) {
        return new Parcel(id, history, claims, watch, revision, at);
    }

    Parcel with(Watch watch) {
        return new Parcel(id, history, claims, watch, revision, changedAt);
    }

    Parcel told(long revision) {
        return new Parcel(id, history, claims, watch, revision, changedAt);
    }

    Parcel claimedBy(ParcelClaimed claim, Instant at) {
        List<ParcelClaimed> all =
                Stream.concat(withoutClaimOf(claim.orderId()), Stream.of(claim))
                        .sorted(EARLIEST)
                        .toList();
        return new Parcel(id, history, all, watch, revision, at);
    }

    Parcel releasedBy(OrderId order, Instant at) {
        return new Parcel(id, history, withoutClaimOf(order).toList(), watch, revision, at);
    }

    private Stream<ParcelClaimed> withoutClaimOf(OrderId order) {
        return claims.stream().filter(claim -> !claim.orderId().equals(order));
    }
}
