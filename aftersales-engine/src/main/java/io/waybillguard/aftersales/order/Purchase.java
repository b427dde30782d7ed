package io.waybillguard.aftersales.order;

import io.waybillguard.events.order.GoodsTrait;
import io.waybillguard.events.order.OrderEvent.OrderPlaced;
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

    /** What the rules ask of one line. */
    public record Goods(String category, Set<GoodsTrait> traits) {}

    static Purchase of(OrderPlaced placed) {
        List<Goods> goods =
                placed.lines().stream()
                        .map(line -> new Goods(line.category(), line.traits()))
                        .toList();
        return new Purchase(
                placed.amount(), goods, placed.crossBorder(), placed.at(), placed.destination());
    }

    /** At least one line has it. */
    public boolean anyHas(GoodsTrait trait) {
        return goods.stream().anyMatch(line -> line.traits().contains(trait));
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
