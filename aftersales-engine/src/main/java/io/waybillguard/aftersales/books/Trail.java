package io.waybillguard.aftersales.books;

import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that the books say of one refund. */
final class Trail {

    /** What was asked of the payment side. */
    record Commanded(OrderId order, Money amount) {}

    /** How the latest result ended. */
    enum End {
        PAID,
        DECLINED,
        PARKED
    }

    /** What was told of it. */
    record Told(End end, OrderId order, Money amount, Instant at) {}

    @Nullable Instant decidedAt;
    @Nullable Money closedWith;
    @Nullable Commanded commanded;

    /** A person asked for what had been decided long before. */
    boolean released;

    /** When the payment side, or a person, was last asked. */
    @Nullable Instant askedAt;

    /** When it was first asked. */
    @Nullable Instant firstAskedAt;

    @Nullable Told told;
    final Set<Payment> payments = new LinkedHashSet<>();

    void asked(Instant at) {
        firstAskedAt = firstAskedAt == null || firstAskedAt.isAfter(at) ? at : firstAskedAt;
        askedAt = askedAt == null || askedAt.isBefore(at) ? at : askedAt;
    }

    /** Nobody has told what became of the latest command. */
    boolean isOpen() {
        return askedAt != null && (told == null || told.at().isBefore(askedAt));
    }

    /** The latest that is known of it. */
    Instant latest() {
        Instant latest = Instant.MIN;
        latest = later(latest, decidedAt);
        latest = later(latest, askedAt);
        return later(latest, told == null ? null : told.at());
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
