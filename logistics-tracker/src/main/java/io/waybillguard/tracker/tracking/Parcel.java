package io.waybillguard.tracker.tracking;

import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.parcel.Journey;
import io.waybillguard.tracker.parcel.ScanHistory;
import io.waybillguard.tracker.stall.OpenStall;
import io.waybillguard.tracker.stall.Watch;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one parcel.
 *
 * @param claims by the orders it belongs to, one each and for each id under which it claims it, the
 *     earliest shipped first
 * @param revision of the latest event that told of it
 * @param changedAt when news of it last arrived
 * @param chain where it stands among those that are one with it
 */
public record Parcel(
        ParcelId id,
        ScanHistory history,
        List<Claim> claims,
        Watch watch,
        long revision,
        Instant changedAt,
        Chain chain) {

    private static final Comparator<Claim> EARLIEST =
            Comparator.<Claim, Instant>comparing(claim -> claim.told().shippedAt())
                    .thenComparing(Claim::order)
                    .thenComparing(Claim::under);

    public Parcel {
        claims = List.copyOf(claims);
    }

    /** One that has only ever been itself. */
    public Parcel(
            ParcelId id,
            ScanHistory history,
            List<Claim> claims,
            Watch watch,
            long revision,
            Instant changedAt) {
        this(id, history, claims, watch, revision, changedAt, Chain.NONE);
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

    /**
     * The claim of {@code order}; null when there is none.
     *
     * @param under the id by which the order knows the parcel
     */
    @Nullable Claim claimOf(OrderId order, ParcelId under) {
        for (Claim claim : claims) {
            if (claim.order().equals(order) && claim.under().equals(under)) {
                return claim;
            }
        }
        return null;
    }

    /** The same order's earlier claim by the same id; null when there is none. */
    @Nullable Claim claimOf(ParcelClaimed told) {
        return claimOf(told.orderId(), told.parcel());
    }

    /** Where it went on; null while it is here. */
    public @Nullable ParcelId successor() {
        return chain.successor();
    }

    /** Its own id, and those by which orders know it. */
    public Set<ParcelId> ids() {
        if (!isLinked()) {
            return Set.of(id);
        }
        Set<ParcelId> ids = new TreeSet<>();
        ids.add(id);
        claims.forEach(claim -> ids.add(claim.under()));
        return ids;
    }

    /** Whether other ids than its own belong to it. */
    public boolean isLinked() {
        if (!chain.equals(Chain.NONE)) {
            return true;
        }
        for (Claim claim : claims) {
            if (!claim.under().equals(id)) {
                return true;
            }
        }
        return false;
    }

    /** The claims of those who wait for it; the first tells the thresholds. */
    List<Claim> awaiting() {
        for (Claim claim : claims) {
            if (!claim.awaited()) {
                return claims.stream().filter(Claim::awaited).toList();
            }
        }
        return claims;
    }

    Parcel with(ScanHistory history, Instant at) {
        return new Parcel(id, history, claims, watch, revision, at, chain);
    }

    Parcel with(ScanHistory history) {
        return with(history, changedAt);
    }

    Parcel with(Watch watch) {
        return new Parcel(id, history, claims, watch, revision, changedAt, chain);
    }

    Parcel told(long revision) {
        return new Parcel(id, history, claims, watch, revision, changedAt, chain);
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
                                                : outlook.caveat(claim.told(), id, open)))
                        .toList();
        return new Parcel(id, history, all, watch, revision, changedAt, chain);
    }

    /** With the claim in the place of the order's earlier one. */
    Parcel claimedBy(Claim claim, Instant at) {
        List<Claim> all = Stream.concat(without(claim), Stream.of(claim)).sorted(EARLIEST).toList();
        return new Parcel(id, history, all, watch, revision, at, chain);
    }

    Parcel releasedBy(Claim claim, Instant at) {
        return new Parcel(id, history, without(claim).toList(), watch, revision, at, chain);
    }

    private Stream<Claim> without(Claim gone) {
        return claims.stream().filter(claim -> !claim.isSameAs(gone));
    }

    /** What is left here of a parcel that went on: its scans, so that none is told on twice. */
    Parcel movedTo(ParcelId next, Instant at) {
        Watch calm = watch.with(watch.episodes(), null);
        return new Parcel(id, history, List.of(), calm, revision, at, chain.to(next));
    }

    /** Here again, wherever it had gone. */
    Parcel here() {
        return new Parcel(id, history, claims, watch, revision, changedAt, chain.here());
    }

    /** On its way back, which makes no chain longer. */
    public Parcel goingBack() {
        return new Parcel(id, history, claims, watch, revision, changedAt, chain.shorter());
    }

    /**
     * With all that {@code other} brings, whatever was here of it first; no stall is decided on.
     *
     * @param scans how many are held at most
     */
    Parcel joined(Parcel other, int scans, Instant at) {
        List<Claim> all =
                Stream.concat(
                                claims.stream(),
                                other.claims.stream()
                                        .filter(claim -> claimOf(claim.told()) == null))
                        .sorted(EARLIEST)
                        .toList();
        return new Parcel(
                id,
                history.joined(other.history, scans),
                all,
                watch.joined(other.watch),
                Math.max(revision, other.revision),
                at,
                other.id.equals(id) ? chain : chain.after(other.chain));
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
        return new Parcel(id, history, claims, watch, revision, changedAt, chain);
    }
}
