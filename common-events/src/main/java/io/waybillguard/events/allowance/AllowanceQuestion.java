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

/** What an order asks, or tells, the books that are kept of shops and buyers. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface AllowanceQuestion {

    /** The shop. */
    ShopId shopId();

    /** The buyer. */
    BuyerId buyerId();

    /** The refund request. */
    RefundId refundId();

    /** When it was asked, or happened. */
    Instant at();

    /** Whose book it is, as a text: the key of its topic. */
    @JsonIgnore
    String purse();

    /** Of a day's automatic money. */
    sealed interface OfDay extends AllowanceQuestion {

        /** Whose day it is. */
        DayCap of();

        /** How often, with this time, it was asked for the request. */
        int attempt();

        @Override
        default String purse() {
            return switch (of()) {
                case SHOP -> "shop:" + shopId().value();
                case BUYER -> "buyer:" + buyerId().value();
            };
        }
    }

    /** Of the refunds that a buyer was paid by one shop. */
    sealed interface OfBuyer extends AllowanceQuestion {

        @Override
        default String purse() {
            return "shop-buyer:" + shopId().value() + ":" + buyerId().value();
        }
    }

    /** May a rule alone pay this? It counts for the day of {@code at}. */
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
            implements OfDay {
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
            implements OfDay {
        public AllowanceReturned {
            Checks.required("of", of);
            Checks.required("shopId", shopId);
            Checks.required("buyerId", buyerId);
            Checks.required("refundId", refundId);
            Checks.required("at", at);
        }
    }

    /** How many refunds was the buyer paid by the shop of late? */
    @JsonTypeName("refund.buyer-refunds-asked.v1")
    record BuyerRefundsAsked(
            OrderId orderId, ShopId shopId, BuyerId buyerId, RefundId refundId, Instant at)
            implements OfBuyer {
        public BuyerRefundsAsked {
            Checks.required("orderId", orderId);
            Checks.required("shopId", shopId);
            Checks.required("buyerId", buyerId);
            Checks.required("refundId", refundId);
            Checks.required("at", at);
        }
    }

    /** The shop paid the buyer a refund. */
    @JsonTypeName("refund.buyer-refunded.v1")
    record BuyerRefunded(ShopId shopId, BuyerId buyerId, RefundId refundId, Instant at)
            implements OfBuyer {
        public BuyerRefunded {
            Checks.required("shopId", shopId);
            Checks.required("buyerId", buyerId);
            Checks.required("refundId", refundId);
            Checks.required("at", at);
        }
    }
}
