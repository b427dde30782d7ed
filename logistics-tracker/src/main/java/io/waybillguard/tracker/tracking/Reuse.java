package io.waybillguard.tracker.tracking;

import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.tracker.parcel.Journey;
import io.waybillguard.tracker.parcel.ScanFact;
import io.waybillguard.tracker.parcel.ScanHistory;
import io.waybillguard.tracker.stall.StallKinds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Couriers use waybill numbers again. What happened long after the last scan of a parcel that had
 * ended is another parcel's.
 *
 * @param after how long: at least
 */
record Reuse(Duration after) {

    /**
     * The latest instant that still belongs to the parcel before; null when there is none.
     *
     * @param known before the report: an order that waits no longer ended it as it was then
     * @param all with every scan that is known
     * @param journey what they say
     */
    @Nullable Instant horizon(Parcel known, Parcel all, Journey journey) {
        ScanHistory history = all.history();
        List<ScanFact> facts = history.facts();
        if (facts.isEmpty()) {
            return null;
        }
        Instant last = facts.getLast().happenedAt();
        boolean mayHaveGap = !last.isBefore(first(history).plus(after));
        Instant byScans = mayHaveGap ? byScans(history, settledAfter(known)) : null;
        if (byScans != null) {
            return byScans;
        }
        return isSettled(all) || isOver(journey) ? byShipment(all.claims(), last) : null;
    }

    /** The same once {@code claim} is told. */
    @Nullable Instant horizon(Parcel before, ParcelClaimed claim) {
        List<ScanFact> facts = before.history().facts();
        return !facts.isEmpty() && (isSettled(before) || isOver(before.journey()))
                ? byShipment(claim, facts.getLast().happenedAt())
                : null;
    }

    private @Nullable Instant byScans(ScanHistory history, Instant settledAfter) {
        List<ScanFact> facts = history.facts();
        for (int i = facts.size() - 1; i >= 0; i--) {
            Instant horizon = facts.get(i).happenedAt().minus(after);
            Instant before = i == 0 ? folded(history) : facts.get(i - 1).happenedAt();
            if (before != null
                    && !before.isAfter(horizon)
                    && (!before.isBefore(settledAfter) || isOver(history.first(i).journey()))) {
                return horizon;
            }
        }
        return null;
    }

    private @Nullable Instant byShipment(List<Claim> claims, Instant last) {
        for (Claim claim : claims) {
            Instant horizon = byShipment(claim.told(), last);
            if (horizon != null) {
                return horizon;
            }
        }
        return null;
    }

    private @Nullable Instant byShipment(ParcelClaimed claim, Instant last) {
        Instant horizon = claim.shippedAt().minus(after);
        return last.isAfter(horizon) ? null : horizon;
    }

    private static Instant first(ScanHistory history) {
        Instant folded = folded(history);
        return folded == null ? history.facts().getFirst().happenedAt() : folded;
    }

    private static @Nullable Instant folded(ScanHistory history) {
        return history.folded().scans() == 0 ? null : history.horizon();
    }

    /** The scan after which a parcel that nobody waits for has ended, whatever its stage. */
    private static Instant settledAfter(Parcel parcel) {
        if (!isSettled(parcel)) {
            return Instant.MAX;
        }
        Instant last = parcel.history().last();
        return last == null ? Instant.MIN : last;
    }

    private static boolean isSettled(Parcel parcel) {
        return !parcel.claims().isEmpty() && parcel.awaiting().isEmpty();
    }

    private static boolean isOver(Journey journey) {
        return StallKinds.of(journey.stage()) == null;
    }
}
