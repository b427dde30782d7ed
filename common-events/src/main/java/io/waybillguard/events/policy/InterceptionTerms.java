package io.waybillguard.events.policy;

import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.CourierCode;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What lets a shop intercept (物流拦截).
 *
 * @param agreement the edition signed, such as {@code 2024-02}; empty when none is
 * @param waybillCouriers couriers whose platform e-waybill (电子面单) is enabled
 * @param agreedFrom the instant from which the signature holds, inclusive; null: always
 */
public record InterceptionTerms(
        boolean normalOperation,
        String agreement,
        Set<CourierCode> waybillCouriers,
        @Nullable Instant agreedFrom) {
    public InterceptionTerms {
        agreement = Checks.text("agreement", agreement, 512);
        waybillCouriers = Checks.set(waybillCouriers);
    }

    /** Signed for as long as anybody remembers. */
    public InterceptionTerms(
            boolean normalOperation, String agreement, Set<CourierCode> waybillCouriers) {
        this(normalOperation, agreement, waybillCouriers, null);
    }

    /** Nothing signed. */
    public static final InterceptionTerms NONE = new InterceptionTerms(true, "", Set.of());
}
