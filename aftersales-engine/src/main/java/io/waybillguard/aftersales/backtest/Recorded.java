package io.waybillguard.aftersales.backtest;

import io.waybillguard.events.allowance.AllowanceAnswer.BuyerRefundsCounted;
import io.waybillguard.events.interception.InterceptionResult;
import io.waybillguard.events.order.OrderEvent;
import io.waybillguard.events.parcel.MilestoneEvent;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.payout.PayoutResult;
import io.waybillguard.events.refund.AftersalesRequest;
import io.waybillguard.events.types.OrderId;
import java.time.Instant;

/**
 * One input that the engine once had.
 *
 * @param at when it was appended, by the broker's clock
 */
public record Recorded(Instant at, Input input) {

    /** What it said. */
    public sealed interface Input {

        /** The order it is about. */
        OrderId order();

        /** From orders.v1. */
        record OfOrder(OrderEvent event) implements Input {
            @Override
            public OrderId order() {
                return event.orderId();
            }
        }

        /** From parcel.milestones.v1. */
        record OfParcel(MilestoneEvent event) implements Input {
            @Override
            public OrderId order() {
                return event.orderId();
            }
        }

        /** From parcel.stalls.v1. */
        record OfStall(StallEvent event) implements Input {
            @Override
            public OrderId order() {
                return event.orderId();
            }
        }

        /** From aftersales.requests.v1. */
        record OfPeople(AftersalesRequest request) implements Input {
            @Override
            public OrderId order() {
                return request.orderId();
            }
        }

        /** From courier.interception-results.v1. */
        record OfCourier(InterceptionResult result) implements Input {
            @Override
            public OrderId order() {
                return result.orderId();
            }
        }

        /** What the book of shop and buyer says. */
        record OfBook(BuyerRefundsCounted answer) implements Input {
            @Override
            public OrderId order() {
                return answer.orderId();
            }
        }

        /** From refund.payout-results.v1. */
        record OfPayment(PayoutResult result) implements Input {
            @Override
            public OrderId order() {
                return result.orderId();
            }
        }
    }

    /**
     * An event of one of the engine's inputs.
     *
     * @throws IllegalArgumentException for one that is none
     */
    public static Recorded of(Instant at, Object event) {
        return new Recorded(
                at,
                switch (event) {
                    case OrderEvent order -> new Input.OfOrder(order);
                    case MilestoneEvent milestone -> new Input.OfParcel(milestone);
                    case StallEvent stall -> new Input.OfStall(stall);
                    case AftersalesRequest request -> new Input.OfPeople(request);
                    case InterceptionResult result -> new Input.OfCourier(result);
                    case PayoutResult result -> new Input.OfPayment(result);
                    case BuyerRefundsCounted answer -> new Input.OfBook(answer);
                    default ->
                            throw new IllegalArgumentException(
                                    event.getClass().getSimpleName() + " is no input");
                });
    }
}
