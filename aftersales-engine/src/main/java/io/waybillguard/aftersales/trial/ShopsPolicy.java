package io.waybillguard.aftersales.trial;

import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.types.ShopId;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** A shop's policy as it holds now. */
@FunctionalInterface
interface ShopsPolicy {

    /** Empty while nobody can tell. */
    Optional<ShopPolicy> of(ShopId shop);

    /** As above, or the answer that it is not there yet. */
    default ShopPolicy held(ShopId shop) {
        return of(shop).orElseThrow(() ->
                new TurnedAwayException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "unavailable",
                        "policies are not there yet"));
    }
}
