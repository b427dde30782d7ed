package io.waybillguard.local.demo;

import io.waybillguard.events.parcel.StallCause;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.types.Money;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The story of one order: bought, shipped, travelling, perhaps stalled, perhaps asked for. A refund
 * is asked for only when the parcels stand where the trips end and the stall is seen.
 *
 * @param weight how often it is played, next to the other scenarios
 * @param trips of the order's parcels; none: it is not shipped
 * @param halt the stall that the first parcel shows; null: none is waited for
 * @param asks one after the other, each after the decision on the one before
 * @param acts after the last decision, on the last request
 * @param end how the last case closes; null: that is not part of the story
 */
record Scenario(
        String name,
        int weight,
        ShopStyle shop,
        Basket basket,
        List<Trip> trips,
        @Nullable Halt halt,
        List<Ask> asks,
        List<Act> acts,
        @Nullable CaseOutcome end) {

    Scenario {
        trips = List.copyOf(trips);
        asks = List.copyOf(asks);
        acts = List.copyOf(acts);
    }

    static Scenario story(String name, int weight, ShopStyle shop, Basket basket) {
        return new Scenario(
                name, weight, shop, basket, List.of(), null, List.of(), List.of(), null);
    }

    Scenario travels(Trip... all) {
        return new Scenario(name, weight, shop, basket, List.of(all), halt, asks, acts, end);
    }

    Scenario halts(StallKind kind, StallCause cause) {
        return halts(kind, cause, StallLevel.STALLED);
    }

    Scenario halts(StallKind kind, StallCause cause, StallLevel level) {
        Halt seen = new Halt(kind, cause, level);
        return new Scenario(name, weight, shop, basket, trips, seen, asks, acts, end);
    }

    /** The buyer asks for all that the order cost. */
    Scenario asks(RefundKind kind, RefundReason reason, Decision decision, String row) {
        return asks(kind, basket.price().fen(), reason, decision, row);
    }

    Scenario asks(RefundKind kind, long fen, RefundReason reason, Decision decision, String row) {
        Ask next = new Ask(kind, Money.fen(fen), reason, decision, row);
        List<Ask> all = Stream.concat(asks.stream(), Stream.of(next)).toList();
        return new Scenario(name, weight, shop, basket, trips, halt, all, acts, end);
    }

    Scenario then(Act... all) {
        return new Scenario(name, weight, shop, basket, trips, halt, asks, List.of(all), end);
    }

    Scenario ends(CaseOutcome outcome) {
        return new Scenario(name, weight, shop, basket, trips, halt, asks, acts, outcome);
    }
}
