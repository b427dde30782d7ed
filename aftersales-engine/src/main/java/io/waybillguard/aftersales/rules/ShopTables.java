package io.waybillguard.aftersales.rules;

import io.waybillguard.events.policy.ShopRule;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * Tables of shops with rules of their own, made once for a list of rules as long as the list is the
 * very same one; some of the latest are kept. Many threads may ask.
 */
final class ShopTables {

    private static final int KEPT = 1024;

    private final AtomicReferenceArray<Made> kept = new AtomicReferenceArray<>(KEPT);
    private final Function<List<ShopRule>, RuleTable> make;

    ShopTables(Function<List<ShopRule>, RuleTable> make) {
        this.make = make;
    }

    private record Made(List<ShopRule> rules, RuleTable table) {

        @SuppressWarnings("ReferenceEquality") // to compare all rules costs as much as to ask them
        boolean isOf(List<ShopRule> others) {
            return rules == others;
        }
    }

    RuleTable of(List<ShopRule> rules) {
        int place = System.identityHashCode(rules) & (KEPT - 1);
        Made known = kept.getAcquire(place);
        if (known != null && known.isOf(rules)) {
            return known.table();
        }
        RuleTable table = make.apply(rules);
        kept.setRelease(place, new Made(rules, table));
        return table;
    }
}
