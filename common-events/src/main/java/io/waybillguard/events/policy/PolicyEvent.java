package io.waybillguard.events.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;

/** Shops' policies; the latest of a shop holds. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface PolicyEvent {

    /** The shop: the key of its topic. */
    ShopId shopId();

    /** When it happened, as told by whoever wrote the event. */
    Instant at();

    /** A shop set its whole policy. */
    @JsonTypeName("shop.policy-set.v1")
    record ShopPolicySet(ShopPolicy policy, Instant at) implements PolicyEvent {
        public ShopPolicySet {
            Checks.required("policy", policy);
            Checks.required("at", at);
        }

        @Override
        @JsonIgnore
        public ShopId shopId() {
            return policy.shopId();
        }
    }
}
