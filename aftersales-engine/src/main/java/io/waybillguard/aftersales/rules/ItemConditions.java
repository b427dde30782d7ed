package io.waybillguard.aftersales.rules;

import static io.waybillguard.aftersales.rules.Condition.that;

import io.waybillguard.aftersales.order.Purchase;
import io.waybillguard.aftersales.order.Purchase.Goods;
import io.waybillguard.events.refund.RefundLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions on the items that a request names. */
final class ItemConditions {

    private ItemConditions() {}

    /** An item that was not ordered, or more of it, by pieces or by money, than was. */
    static Condition moreOfAnItemThanWasOrdered() {
        return that(
                Phrase.of(Asks.MORE_OF_AN_ITEM),
                q -> q.request().lines().stream().anyMatch(line -> exceeds(q, line)),
                _ -> Phrase.of(Reason.ITEMS_ORDERED));
    }

    private static boolean exceeds(RefundQuestion question, RefundLine line) {
        List<Goods> ordered = of(question.order().purchase(), line.sku());
        long pieces = line.quantity();
        long fen = line.amount().fen();
        for (RefundLine earlier : question.earlierItems()) {
            if (earlier.sku().equals(line.sku())) {
                pieces += earlier.quantity();
                fen = saturated(fen, earlier.amount().fen());
            }
        }
        long price = 0;
        for (Goods goods : ordered) {
            pieces -= goods.quantity();
            price = saturated(price, goods.price().fen());
        }
        return pieces > 0 || fen > price;
    }

    private static List<Goods> of(@Nullable Purchase purchase, String sku) {
        return purchase == null
                ? List.of()
                : purchase.goods().stream().filter(goods -> goods.sku().equals(sku)).toList();
    }

    private static long saturated(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }
}
