package io.waybillguard.aftersales.order;

import io.waybillguard.events.order.GoodsTrait;
import io.waybillguard.events.order.OrderEvent.OrderPlaced;
import io.waybillguard.events.order.OrderLine;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.Region;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered.
 *
 * @param amount what was to be paid
 * @param destination where it is to go; null where that was not kept
 */
public record Purchase(
        Money amount,
        List<Goods> goods,
        boolean crossBorder,
        Instant at,
        @Nullable Region destination) {

    /**
     * What the rules ask of one line.
     *
     * @param sku empty where it was not kept
     * @param price of all its pieces
     */
    public record Goods(
            String category, Set<GoodsTrait> traits, String sku, int quantity, Money price) {
        public Goods {
            sku = sku == null ? "" : sku;
            price = price == null ? Money.ZERO : price;
        }

        static Goods of(OrderLine line) {
            long fen = line.unitPrice().fen();
            long most = Long.MAX_VALUE / line.quantity();
            return new Goods(
                    line.category(),
                    line.traits(),
                    line.sku(),
                    line.quantity(),
                    Money.fen(Math.min(fen, most) * line.quantity()));
        }
    }

    static Purchase of(OrderPlaced placed) {
        List<Goods> goods = placed.lines().stream().map(Goods::of).toList();
        return new Purchase(
                placed.amount(), goods, placed.crossBorder(), placed.at(), placed.destination());
    }

    /** With the lines of these items alone. */
    public Purchase only(Set<String> skus) {
        return new Purchase(
                amount,
                goods.stream().filter(line -> skus.contains(line.sku())).toList(),
                crossBorder,
                at,
                destination);
    }

    /** At least one line has it. */
    public boolean anyHas(GoodsTrait trait) {
        for (Goods line : goods) {
            if (line.traits().contains(trait)) {
                return true;
            }
        }
        return false;
    }

    /** Every line has it, and there is one. */
    public boolean allHave(GoodsTrait trait) {
        return !goods.isEmpty() && goods.stream().allMatch(line -> line.traits().contains(trait));
    }

    /** At least one line is of one of these categories. */
    public boolean anyOf(Set<String> categories) {
        return goods.stream().anyMatch(line -> categories.contains(line.category()));
    }

    /** Every line is of one of these categories, and there is one. */
    public boolean allOf(Set<String> categories) {
        return !goods.isEmpty()
                && goods.stream().allMatch(line -> categories.contains(line.category()));
    }
}
