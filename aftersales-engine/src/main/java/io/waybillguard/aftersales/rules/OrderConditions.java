package io.waybillguard.aftersales.rules;

import static io.waybillguard.aftersales.rules.Condition.that;

import io.waybillguard.aftersales.order.Purchase;
import io.waybillguard.events.order.GoodsTrait;
import io.waybillguard.events.policy.RefundSwitches;
import io.waybillguard.events.types.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Conditions on the order and its goods. */
final class OrderConditions {

    private OrderConditions() {}

    static Condition notShipped() {
        return that(
                Phrase.of(Asks.NOT_SHIPPED),
                q -> !q.order().shipped(),
                _ -> Phrase.of(Reason.HAS_SHIPPED));
    }

    static Condition shipped() {
        return that(
                Phrase.of(Asks.SHIPPED),
                q -> q.order().shipped(),
                _ -> Phrase.of(Reason.HAS_NOT_SHIPPED));
    }

    static Condition notSigned() {
        return that(
                Phrase.of(Asks.NOT_SIGNED),
                q -> !q.order().signed(),
                _ -> Phrase.of(Reason.IS_SIGNED));
    }

    /** What is asked of the purchase; it fails where none is known. */
    private static Condition purchase(
            Phrase words, Predicate<Purchase> holds, Function<Purchase, Phrase> why) {
        return known(words, q -> q.order().purchase(), holds, why);
    }

    /** What is asked of the goods that the request is about; it fails where none are known. */
    private static Condition goods(
            Phrase words, Predicate<Purchase> holds, Function<Purchase, Phrase> why) {
        return known(words, RefundQuestion::asked, holds, why);
    }

    private static Condition known(
            Phrase words,
            Function<RefundQuestion, @Nullable Purchase> of,
            Predicate<Purchase> holds,
            Function<Purchase, Phrase> why) {
        return that(
                words,
                q -> {
                    Purchase purchase = of.apply(q);
                    return purchase != null && holds.test(purchase);
                },
                q -> {
                    Purchase purchase = of.apply(q);
                    return purchase == null ? Phrase.of(Reason.ORDER_UNKNOWN) : why.apply(purchase);
                });
    }

    static Condition orderAmountUnder(Money limit) {
        return purchase(
                Phrase.of(Asks.ORDER_UNDER, limit),
                it -> it.amount().isUnder(limit),
                it -> notUnder(it, limit));
    }

    private static Phrase notUnder(Purchase purchase, Money limit) {
        return Phrase.of(Reason.ORDER_NOT_UNDER, purchase.amount(), limit);
    }

    static Condition orderAmountFrom(Money least) {
        return purchase(
                Phrase.of(Asks.ORDER_FROM, least),
                it -> !it.amount().isUnder(least),
                it -> Phrase.of(Reason.ORDER_LESS, it.amount(), least));
    }

    /** Under the shop's limit, where it set one. */
    static Condition orderAmountUnderShops(Function<RefundSwitches, @Nullable Money> limit) {
        return that(
                Phrase.of(Asks.ORDER_UNDER_SHOPS),
                q -> {
                    Money shops = limit.apply(q.policy().refunds());
                    Purchase purchase = q.order().purchase();
                    return shops == null || (purchase != null && purchase.amount().isUnder(shops));
                },
                q -> {
                    Money shops = limit.apply(q.policy().refunds());
                    Purchase purchase = q.order().purchase();
                    return shops == null || purchase == null
                            ? Phrase.of(Reason.ORDER_UNKNOWN)
                            : notUnder(purchase, shops);
                });
    }

    /** No goods of the categories that the shop excludes. */
    static Condition goodsNotOfShops(Function<RefundSwitches, Set<String>> categories) {
        return that(
                Phrase.of(Asks.GOODS_NOT_SHOPS),
                q -> {
                    Purchase purchase = q.asked();
                    return purchase != null
                            && !purchase.anyOf(categories.apply(q.policy().refunds()));
                },
                q ->
                        Phrase.of(
                                Reason.EXCLUDED_CATEGORY,
                                Seen.categories(q.asked()),
                                categories.apply(q.policy().refunds())));
    }

    static Condition goodsAreNot(GoodsTrait trait) {
        return goods(
                Phrase.of(Asks.GOODS_NOT, trait),
                it -> !it.anyHas(trait),
                _ -> Phrase.of(Reason.GOODS_ARE, trait));
    }

    static Condition goodsAreAll(GoodsTrait trait) {
        return goods(
                Phrase.of(Asks.GOODS_ALL, trait),
                it -> it.allHave(trait),
                _ -> Phrase.of(Reason.GOODS_NOT_ALL, trait));
    }

    static Condition goodsOf(Set<String> categories) {
        return goods(
                Phrase.of(Asks.CATEGORIES, categories),
                it -> it.allOf(categories),
                it -> Phrase.of(Reason.OTHER_CATEGORY, Seen.categories(it), categories));
    }

    static Condition notCrossBorder() {
        return purchase(
                Phrase.of(Asks.NOT_CROSS_BORDER),
                it -> !it.crossBorder(),
                _ -> Phrase.of(Reason.CROSS_BORDER));
    }

    /** Asked no later than so long after the signature. */
    static Condition signedWithin(Duration limit) {
        return that(
                Phrase.of(Asks.SIGNED_WITHIN, limit),
                q -> {
                    Instant signed = q.order().signedAt();
                    return signed != null
                            && Duration.between(signed, q.request().askedAt()).compareTo(limit)
                                    <= 0;
                },
                q -> {
                    Instant signed = q.order().signedAt();
                    return signed == null
                            ? Phrase.of(Reason.NOT_SIGNED)
                            : Phrase.of(Reason.ASKED_LATE, signed, limit);
                });
    }
}
