package io.waybillguard.aftersales.rules;

import static io.waybillguard.aftersales.rules.Condition.HELD;
import static io.waybillguard.aftersales.rules.Condition.check;
import static io.waybillguard.aftersales.rules.Condition.failed;
import static io.waybillguard.aftersales.rules.Condition.that;

import io.waybillguard.aftersales.order.Purchase;
import io.waybillguard.aftersales.rules.Condition.Answer;
import io.waybillguard.events.order.GoodsTrait;
import io.waybillguard.events.policy.RefundSwitches;
import io.waybillguard.events.types.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Conditions on the order and its goods. */
final class OrderConditions {

    private OrderConditions() {}

    static Condition notShipped() {
        return that(
                Phrase.of(Asks.NOT_SHIPPED), q -> check(!q.order().shipped(), Reason.HAS_SHIPPED));
    }

    static Condition shipped() {
        return that(
                Phrase.of(Asks.SHIPPED), q -> check(q.order().shipped(), Reason.HAS_NOT_SHIPPED));
    }

    static Condition notSigned() {
        return that(Phrase.of(Asks.NOT_SIGNED), q -> check(!q.order().signed(), Reason.IS_SIGNED));
    }

    /** What is asked of the purchase; it fails where none is known. */
    private static Condition purchase(Phrase words, Function<Purchase, Answer> ask) {
        return that(
                words,
                q -> {
                    Purchase purchase = q.order().purchase();
                    return purchase == null ? failed(Reason.ORDER_UNKNOWN) : ask.apply(purchase);
                });
    }

    /** What is asked of the goods that the request is about; it fails where none are known. */
    private static Condition goods(Phrase words, Function<Purchase, Answer> ask) {
        return that(
                words,
                q -> {
                    Purchase asked = q.asked();
                    return asked == null ? failed(Reason.ORDER_UNKNOWN) : ask.apply(asked);
                });
    }

    static Condition orderAmountUnder(Money limit) {
        return purchase(Phrase.of(Asks.ORDER_UNDER, limit), it -> under(it, limit));
    }

    private static Answer under(Purchase purchase, Money limit) {
        return check(
                purchase.amount().isUnder(limit), Reason.ORDER_NOT_UNDER, purchase.amount(), limit);
    }

    static Condition orderAmountFrom(Money least) {
        return purchase(
                Phrase.of(Asks.ORDER_FROM, least),
                it -> check(!it.amount().isUnder(least), Reason.ORDER_LESS, it.amount(), least));
    }

    /** Under the shop's limit, where it set one. */
    static Condition orderAmountUnderShops(Function<RefundSwitches, @Nullable Money> limit) {
        return that(
                Phrase.of(Asks.ORDER_UNDER_SHOPS),
                q -> {
                    Money shops = limit.apply(q.policy().refunds());
                    return shops == null ? HELD : orderAmountUnder(shops).ask(q);
                });
    }

    /** No goods of the categories that the shop excludes. */
    static Condition goodsNotOfShops(Function<RefundSwitches, Set<String>> categories) {
        return that(
                Phrase.of(Asks.GOODS_NOT_SHOPS),
                q -> {
                    Set<String> excluded = categories.apply(q.policy().refunds());
                    Purchase purchase = q.asked();
                    return purchase != null && !purchase.anyOf(excluded)
                            ? HELD
                            : failed(Reason.EXCLUDED_CATEGORY, Seen.categories(purchase), excluded);
                });
    }

    static Condition goodsAreNot(GoodsTrait trait) {
        return goods(
                Phrase.of(Asks.GOODS_NOT, trait),
                it -> check(!it.anyHas(trait), Reason.GOODS_ARE, trait));
    }

    static Condition goodsAreAll(GoodsTrait trait) {
        return goods(
                Phrase.of(Asks.GOODS_ALL, trait),
                it -> check(it.allHave(trait), Reason.GOODS_NOT_ALL, trait));
    }

    static Condition goodsOf(Set<String> categories) {
        return goods(
                Phrase.of(Asks.CATEGORIES, categories),
                it ->
                        it.allOf(categories)
                                ? HELD
                                : failed(Reason.OTHER_CATEGORY, Seen.categories(it), categories));
    }

    static Condition notCrossBorder() {
        return purchase(
                Phrase.of(Asks.NOT_CROSS_BORDER),
                it -> check(!it.crossBorder(), Reason.CROSS_BORDER));
    }

    /** Asked no later than so long after the signature. */
    static Condition signedWithin(Duration limit) {
        return that(
                Phrase.of(Asks.SIGNED_WITHIN, limit),
                q -> {
                    Instant signed = q.order().signedAt();
                    return signed == null
                            ? failed(Reason.NOT_SIGNED)
                            : check(
                                    Duration.between(signed, q.request().askedAt()).compareTo(limit)
                                            <= 0,
                                    Reason.ASKED_LATE,
                                    signed,
                                    limit);
                });
    }
}
