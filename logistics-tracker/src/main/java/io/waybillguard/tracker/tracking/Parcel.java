package io.waybillguard.tracker.tracking;

import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.parcel.Journey;
import io.waybillguard.tracker.parcel.ScanHistory;
import io.waybillguard.tracker.stall.OpenStall;
import io.waybillguard.tracker.stall.Watch;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one parcel.
 *
 * @param claims by the orders it belongs to, one each, the earliest shipped first
 * @param revision of the latest event that told of it
 * @param changedAt when news of it last arrived
 */
public record Parcel(
        ParcelId id,
        ScanHistory history,
        List<Claim> claims,
        Watch watch,
        long revision,
        Instant changedAt) {

    private static final Comparator<Claim> EARLIEST =
            Comparator.<Claim, Instant>comparing(claim -> claim.told().shippedAt())
                    .thenComparing(Claim::order);

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
    @Nullable Claim claimOf(OrderId order) {
        return claims.stream()
                .filter(claim -> claim.order().equals(order))
                .findFirst()
                .orElse(null);
    }

    /** The claims of those who wait for it; the first tells the thresholds. */
    List<Claim> awaiting() {
        return claims.stream().filter(Claim::awaited).toList();
    }

    Parcel with(ScanHistory history, Instant at) {
        return new Parcel(id, history, claims, watch, revision, at);
    }

    Parcel with(ScanHistory history) {
        return with(history, changedAt);
    }

    Parcel with(Watch watch) {
        return new Parcel(id, history, claims, watch, revision, changedAt);
    }

    Parcel told(long revision) {
        return new Parcel(id, history, claims, watch, revision, changedAt);
    }

    /** With what now stands against its stall, for all who wait for it. */
    Parcel reviewed(Outlook outlook) {
        OpenStall open = watch.open();
        List<Claim> all =
                claims.stream()
                        .map(claim ->
                                claim.with(
                                        open == null || !claim.awaited()
                                                ? Caveat.NONE
                                                : outlook.caveat(claim.told(), open)))
                        .toList();
        return new Parcel(id, history, all, watch, revision, changedAt);
    }

    /** With the claim in the place of the order's earlier one. */
    Parcel claimedBy(Claim claim, Instant at) {
        List<Claim> all =
                Stream.concat(withoutClaimOf(claim.order()), Stream.of(claim))
                        .sorted(EARLIEST)
                        .toList();
        return new Parcel(id, history, all, watch, revision, at);
    }

    Parcel releasedBy(OrderId order, Instant at) {
        return new Parcel(id, history, withoutClaimOf(order).toList(), watch, revision, at);
    }

    /** The parcel that had the number until {@code horizon}, for those who sent it. */
    Parcel until(Instant horizon) {
        return with(claims.stream().filter(claim -> !claim.isAfter(horizon)).toList());
    }

    /** The parcel that has the number since: it starts blank, and numbers go on. */
    Parcel after(Instant horizon) {
        return with(history.after(horizon))
                .with(claims.stream().filter(claim -> claim.isAfter(horizon)).toList());
    }

    private Parcel with(List<Claim> claims) {
        return new Parcel(id, history, claims, watch, revision, changedAt);
    }

    private Stream<Claim> withoutClaimOf(OrderId order) {
        return claims.stream().filter(claim -> !claim.order().equals(order));
    }
}
