package io.waybillguard.orders.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.waybillguard.events.policy.PolicyReview;
import io.waybillguard.events.policy.ShopPolicy;
import java.util.List;

/**
 * A policy as it holds.
 *
 * @param warnings what holds and may not be meant: rows that overlap, or have no effect; left out
 *     where there are none
 */
record PolicyView(
        @JsonUnwrapped ShopPolicy policy,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> warnings) {

    static PolicyView of(ShopPolicy policy) {
        return new PolicyView(
                policy,
                PolicyReview.of(policy).stream()
                        .map(it -> new FieldError(it.field(), it.message()))
                        .toList());
    }
}
