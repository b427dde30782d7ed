package io.waybillguard.events.refund;

import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OfferId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a shop offers instead of the refund that was asked for.
 *
 * @param offerId its own within the case: who accepts, declines or takes back an offer names it
 * @param amount what is paid once the buyer accepts; null for a reshipment
 * @param expiresAt when it is void; it is no longer to be accepted then
 */
public record Offer(OfferId offerId, OfferKind kind, @Nullable Money amount, Instant expiresAt) {
    public Offer {
        Checks.required("offerId", offerId);
        Checks.required("kind", kind);
        amount = amount(kind, amount);
        Checks.required("expiresAt", expiresAt);
    }

    /** What such an offer pays; null for a reshipment, whatever is told. */
    static @Nullable Money amount(OfferKind kind, @Nullable Money told) {
        if (kind == OfferKind.RESHIPMENT) {
            return null;
        }
        if (Checks.required("amount", told).isZero()) {
            throw new IllegalArgumentException("amount is nothing");
        }
        return told;
    }
}
