package io.waybillguard.aftersales.rules;

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
                q -> exceeds(q.earlier(), q.request().amount(), q.order().paid()),
                q ->
                        Phrase.of(
                                Reason.WITHIN_PAID,
                                q.request().amount(),
                                q.earlier(),
                                q.order().paid()));
    }

    private static boolean exceeds(Money earlier, Money refund, Money paid) {
        return earlier.isOver(paid) || refund.isOver(paid.minusOrZero(earlier));
    }

    static Condition kind(RefundKind kind) {
        return that(
                Phrase.of(Asks.KIND, kind),
                q -> q.request().kind() == kind,
                q -> Phrase.of(Reason.KIND_DIFFERS, q.request().kind(), kind));
    }

    static Condition refundOnly() {
        return kind(RefundKind.REFUND_ONLY);
    }

    static Condition returnAndRefund() {
        return kind(RefundKind.RETURN_AND_REFUND);
    }

    static Condition refundUnder(Money limit) {
        return that(
                Phrase.of(Asks.REFUND_UNDER, limit),
                q -> q.request().amount().isUnder(limit),
                q -> notUnder(q, limit));
    }

    private static Phrase notUnder(RefundQuestion q, Money limit) {
        return Phrase.of(Reason.REFUND_NOT_UNDER, q.request().amount(), limit);
    }

    static Condition refundFrom(Money least) {
        return that(
                Phrase.of(Asks.REFUND_FROM, least),
                q -> !q.request().amount().isUnder(least),
                q -> Phrase.of(Reason.REFUND_LESS, q.request().amount(), least));
    }

    static Condition fullRefund() {
        return that(
                Phrase.of(Asks.FULL_REFUND),
                q -> q.request().amount().equals(q.order().paid()),
                q -> Phrase.of(Reason.PARTIAL, q.request().amount(), q.order().paid()));
    }

    static Condition reasonIn(Set<RefundReason> reasons) {
        return that(
                Phrase.of(Asks.REASON, reasons),
                q -> reasons.contains(q.request().reason()),
                q -> Phrase.of(Reason.REASON_DIFFERS, q.request().reason(), reasons));
    }

    static Condition shopEnabled(Predicate<RefundSwitches> strategy) {
        return that(
                Phrase.of(Asks.ENABLED),
                q -> strategy.test(q.policy().refunds()),
                _ -> Phrase.of(Reason.NOT_ENABLED));
    }

    /** The shop set a limit, and the refund is strictly under it. */
    static Condition refundUnderShops(Function<RefundSwitches, @Nullable Money> limit) {
        return that(
                Phrase.of(Asks.REFUND_UNDER_SHOPS),
                q -> {
                    Money shops = limit.apply(q.policy().refunds());
                    return shops != null && q.request().amount().isUnder(shops);
                },
                q -> {
                    Money shops = limit.apply(q.policy().refunds());
                    return shops == null ? Phrase.of(Reason.NOT_ENABLED) : notUnder(q, shops);
                });
    }

    /** The shop set a cap, and the refund is within it: the cap itself is. */
    static Condition refundWithinShops(Function<RefundSwitches, @Nullable Money> cap) {
        return that(
                Phrase.of(Asks.REFUND_WITHIN_SHOPS),
                q -> {
                    Money shops = cap.apply(q.policy().refunds());
                    return shops != null && !q.request().amount().isOver(shops);
                },
                q -> {
                    Money shops = cap.apply(q.policy().refunds());
                    return shops == null
                            ? Phrase.of(Reason.NOT_ENABLED)
                            : Phrase.of(Reason.REFUND_OVER_CAP, q.request().amount(), shops);
                });
    }
}
