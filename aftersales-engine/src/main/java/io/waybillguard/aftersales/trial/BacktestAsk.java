package io.waybillguard.aftersales.trial;

import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.types.Checks;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants tried.
 *
 * @param policy of the shop that it is about
 * @param baseline to compare with; null: the shop's policies as they were
 * @param from of the period, by the broker's clock; null with a file
 * @param until the period's end, exclusive; null with a file
 */
record BacktestAsk(
        ShopPolicy policy,
        @Nullable ShopPolicy baseline,
        @Nullable Instant from,
        @Nullable Instant until) {

    BacktestAsk {
        Checks.required("policy", policy);
        if (baseline != null && !baseline.shopId().equals(policy.shopId())) {
            throw new IllegalArgumentException("baseline is another shop's");
        }
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("until must be after from");
        }
    }

    /** A period of the past; it may reach beyond {@code now}. */
    BacktestAsk ofPeriod(Instant now) {
        if (from == null || until == null) {
            throw new InvalidInputException(from == null ? "from" : "until", "is missing");
        }
        if (!from.isBefore(now)) {
            throw new InvalidInputException("from", "is still to come");
        }
        return this;
    }

    BacktestAsk ofFile() {
        if (from != null || until != null) {
            throw new InvalidInputException(
                    from == null ? "until" : "from", "a file has no period");
        }
        return this;
    }
}
