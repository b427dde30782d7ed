package io.waybillguard.aftersales.rules;

import static io.waybillguard.aftersales.rules.Condition.check;
import static io.waybillguard.aftersales.rules.Condition.failed;
import static io.waybillguard.aftersales.rules.Condition.that;

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
        return that(
                Phrase.of(Asks.MORE_THAN_PAID),
                q -> {
                    Money refund = q.request().amount();
                    Money paid = q.order().paid();
                    return check(
                            exceeds(q.earlier(), refund, paid),
                            Reason.WITHIN_PAID,
                            refund,
                            q.earlier(),
                            paid);
                });
    }

    private static boolean exceeds(Money earlier, Money refund, Money paid) {
        return earlier.isOver(paid) || refund.isOver(paid.minusOrZero(earlier));
    }

    static Condition kind(RefundKind kind) {
        return that(
                Phrase.of(Asks.KIND, kind),
                q ->
                        check(
                                q.request().kind() == kind,
                                Reason.KIND_DIFFERS,
                                q.request().kind(),
                                kind));
    }

    static Condition refundOnly() {
        return kind(RefundKind.REFUND_ONLY);
    }

    static Condition returnAndRefund() {
        return kind(RefundKind.RETURN_AND_REFUND);
    }

    static Condition refundUnder(Money limit) {
        return that(Phrase.of(Asks.REFUND_UNDER, limit), q -> under(q, limit));
    }

    private static Condition.Answer under(RefundQuestion q, Money limit) {
        Money refund = q.request().amount();
        return check(refund.isUnder(limit), Reason.REFUND_NOT_UNDER, refund, limit);
    }

    static Condition refundFrom(Money least) {
        return that(
                Phrase.of(Asks.REFUND_FROM, least),
                q ->
                        check(
                                !q.request().amount().isUnder(least),
                                Reason.REFUND_LESS,
                                q.request().amount(),
                                least));
    }

    static Condition fullRefund() {
        return that(
                Phrase.of(Asks.FULL_REFUND),
                q ->
                        check(
                                q.request().amount().equals(q.order().paid()),
                                Reason.PARTIAL,
                                q.request().amount(),
                                q.order().paid()));
    }

    static Condition reasonIn(Set<RefundReason> reasons) {
        return that(
                Phrase.of(Asks.REASON, reasons),
                q ->
                        check(
                                reasons.contains(q.request().reason()),
                                Reason.REASON_DIFFERS,
                                q.request().reason(),
                                reasons));
    }

    static Condition shopEnabled(Predicate<RefundSwitches> strategy) {
        return that(
                Phrase.of(Asks.ENABLED),
                q -> check(strategy.test(q.policy().refunds()), Reason.NOT_ENABLED));
    }

    /** The shop set a limit, and the refund is strictly under it. */
    static Condition refundUnderShops(Function<RefundSwitches, @Nullable Money> limit) {
        return that(
                Phrase.of(Asks.REFUND_UNDER_SHOPS),
                q -> {
                    Money shops = limit.apply(q.policy().refunds());
                    return shops == null ? failed(Reason.NOT_ENABLED) : under(q, shops);
                });
    }

    /** The shop set a cap, and the refund is within it: the cap itself is. */
    static Condition refundWithinShops(Function<RefundSwitches, @Nullable Money> cap) {
        return that(
                Phrase.of(Asks.REFUND_WITHIN_SHOPS),
                q -> {
                    Money shops = cap.apply(q.policy().refunds());
                    Money refund = q.request().amount();
                    return shops == null
                            ? failed(Reason.NOT_ENABLED)
                            : check(!refund.isOver(shops), Reason.REFUND_OVER_CAP, refund, shops);
                });
    }
}
