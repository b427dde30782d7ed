package io.waybillguard.events.allowance;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;

/** What is asked of a day's automatic money. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface AllowanceQuestion {

    /** Whose day it is asked of. */
    DayCap of();

    /** The shop. */
    ShopId shopId();

    /** The buyer. */
    BuyerId buyerId();

    /** The refund request. */
    RefundId refundId();

    /** How often, with this time, it was asked for the request. */
    int attempt();

    /** When it was asked: it counts for that day. */
    Instant at();

    /** Whose day it is, as a text: the key of its topic. */
    @JsonIgnore
    default String purse() {
        return switch (of()) {
            case SHOP -> "shop:" + shopId().value();
            case BUYER -> "buyer:" + buyerId().value();
        };
    }

    /** May a rule alone pay this? */
    @JsonTypeName("refund.allowance-asked.v1")
    record AllowanceAsked(
            DayCap of,
            OrderId orderId,
            ShopId shopId,
            BuyerId buyerId,
            RefundId refundId,
            int attempt,
            Money amount,
            Instant at)
            implements AllowanceQuestion {
        public AllowanceAsked {
            Checks.required("of", of);
            Checks.required("orderId", orderId);
            Checks.required("shopId", shopId);
            Checks.required("buyerId", buyerId);
            Checks.required("refundId", refundId);
            Checks.required("amount", amount);
            Checks.required("at", at);
        }
    }

    /** What was granted of a day, if anything was, is not needed. */
    @JsonTypeName("refund.allowance-returned.v1")
    record AllowanceReturned(
            DayCap of, ShopId shopId, BuyerId buyerId, RefundId refundId, int attempt, Instant at)
            implements AllowanceQuestion {
        public AllowanceReturned {
            Checks.required("of", of);
            Checks.required("shopId", shopId);
            Checks.required("buyerId", buyerId);
            Checks.required("refundId", refundId);
            Checks.required("at", at);
        }
    }
}
