package io.waybillguard.aftersales.rules;

import static io.waybillguard.aftersales.rules.Condition.check;

import io.waybillguard.events.policy.RefundSwitches;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.types.Money;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Conditions on the request and on what the shop switched on. */
final class RequestConditions {

    private RequestConditions() {}

    static Condition moreThanWasPaid() {
        return q -> {
            Money paid = q.order().paid();
            return check(
                    exceeds(q.earlier(), q.request().amount(), paid),
                    "%s and the earlier %s are within the %s paid"
                            .formatted(q.request().amount(), q.earlier(), paid));
        };
    }

    private static boolean exceeds(Money earlier, Money refund, Money paid) {
        return earlier.isOver(paid) || refund.isOver(paid.minusOrZero(earlier));
    }

    static Condition kind(RefundKind kind) {
        return q ->
                check(
                        q.request().kind() == kind,
                        "the request is " + q.request().kind() + ", not " + kind);
    }

    static Condition refundOnly() {
        return kind(RefundKind.REFUND_ONLY);
    }

    static Condition returnAndRefund() {
        return kind(RefundKind.RETURN_AND_REFUND);
    }

    static Condition refundUnder(Money limit) {
        return q ->
                check(
                        q.request().amount().isUnder(limit),
                        "the refund " + q.request().amount() + " is not under " + limit);
    }

    static Condition refundFrom(Money least) {
        return q ->
                check(
                        !q.request().amount().isUnder(least),
                        "the refund " + q.request().amount() + " is less than " + least);
    }

    static Condition fullRefund() {
        return q ->
                check(
                        q.request().amount().equals(q.order().paid()),
                        "the refund is a part of the " + q.order().paid() + " paid");
    }

    static Condition reasonIn(Set<RefundReason> reasons) {
        return q ->
                check(
                        reasons.contains(q.request().reason()),
                        "the reason " + q.request().reason() + " is none of " + reasons);
    }

    static Condition shopEnabled(Predicate<RefundSwitches> strategy) {
        return q -> check(strategy.test(q.policy().refunds()), "the shop has not enabled it");
    }

    /** The shop set a limit, and the refund is strictly under it. */
    static Condition refundUnderShops(Function<RefundSwitches, @Nullable Money> limit) {
        return q -> {
            Money shops = limit.apply(q.policy().refunds());
            return shops == null
                    ? check(false, "the shop has not enabled it")
                    : refundUnder(shops).ask(q);
        };
    }

    /** The shop set a cap, and the refund is within it: the cap itself is. */
    static Condition refundWithinShops(Function<RefundSwitches, @Nullable Money> cap) {
        return q -> {
            Money shops = cap.apply(q.policy().refunds());
            return shops == null
                    ? check(false, "the shop has not enabled it")
                    : check(
                            !q.request().amount().isOver(shops),
                            "the refund " + q.request().amount() + " is over the shop's " + shops);
        };
    }
}
