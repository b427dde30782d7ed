package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.order.OrderFacts;
import io.waybillguard.events.refund.RefundLine;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All the engine keeps of one order: its facts and its refund cases.
 *
 * @param cases in the order in which they were asked for
 * @param revision of the latest event published about it; 0 before the first
 */
public record Dossier(OrderFacts facts, List<RefundCase> cases, long revision) {

    /** Of an order never heard of. */
    public static Dossier of(OrderId order) {
        return new Dossier(OrderFacts.unknown(order), List.of(), 0);
    }

    /** The case of a request; null when it never came. */
    public @Nullable RefundCase find(RefundId refund) {
        return cases.stream()
                .filter(known -> known.file().id().equals(refund))
                .findFirst()
                .orElse(null);
    }

    /** When the next deadline of this kind is; null when none is. */
    public @Nullable Instant next(boolean movesMoney) {
        return cases.stream()
                .map(RefundCase::deadline)
                .filter(Objects::nonNull)
                .filter(deadline -> deadline.movesMoney() == movesMoney)
                .map(Deadline::at)
                .min(Instant::compareTo)
                .orElse(null);
    }

    Dossier with(OrderFacts known) {
        return new Dossier(known, cases, revision);
    }

    Dossier with(RefundCase changed, long atRevision) {
        List<RefundCase> all = new ArrayList<>(cases);
        all.replaceAll(known -> sameRequest(known, changed) ? changed : known);
        if (all.stream().noneMatch(known -> sameRequest(known, changed))) {
            all.add(changed);
        }
        return new Dossier(facts, List.copyOf(all), atRevision);
    }

    private static boolean sameRequest(RefundCase one, RefundCase other) {
        return one.file().id().equals(other.file().id());
    }

    /** What the payment side was told to pay for other requests than this. */
    Money commandedBesides(RefundId refund) {
        return sumBesides(refund, RefundCase::commanded);
    }

    /** What was paid or promised to other requests than this. */
    Money promisedBesides(RefundId refund) {
        return sumBesides(refund, RefundCase::promised);
    }

    private Money sumBesides(RefundId refund, Predicate<RefundCase> counts) {
        long fen = 0;
        for (RefundCase known : cases) {
            if (counts.test(known) && !known.file().id().equals(refund)) {
                fen = saturated(fen, known.claim().fen());
            }
        }
        return Money.fen(fen);
    }

    private static long saturated(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }

    /** The parcels that couriers were asked to stop. */
    Set<ParcelId> askedToStop() {
        return cases.stream()
                .map(known -> known.file().interception())
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What each request was paid, or promised. */
    Map<RefundId, Money> promised() {
        return cases.stream()
                .filter(RefundCase::promised)
                .collect(
                        Collectors.toUnmodifiableMap(
                                known -> known.file().id(), RefundCase::claim));
    }

    /** The items that other requests than this were paid or promised, as they asked for them. */
    List<RefundLine> itemsBesides(RefundId refund) {
        return cases.stream()
                .filter(known -> known.promised() && !known.file().id().equals(refund))
                .flatMap(known -> known.file().request().lines().stream())
                .toList();
    }

    Set<CourierCode> stoppedBy() {
        return cases.stream()
                .map(RefundCase::file)
                .filter(RefundFile::stopped)
                .map(RefundFile::interception)
                .filter(Objects::nonNull)
                .map(parcel -> parcel.courier())
                .collect(Collectors.toUnmodifiableSet());
    }
}
