package io.waybillguard.aftersales.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.policy.ShopRule;
import io.waybillguard.events.refund.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShopTablesTest {

    private final AtomicInteger made = new AtomicInteger();
    private final ShopTables tables =
            new ShopTables(rules -> {
                made.incrementAndGet();
                return table(rules);
            });

    @Test
    void aTableIsMadeOnceForTheVerySameRules() {
        List<ShopRule> rules = List.of(rule("one"));

        assertThat(tables.of(rules)).isSameAs(tables.of(rules));
        assertThat(made).hasValue(1);
    }

    @Test
    void rulesThatAreSetAgainHaveATableOfTheirOwn() {
        tables.of(List.of(rule("one")));

        assertThat(tables.of(List.of(rule("two"))).rows().getFirst().name()).isEqualTo("two");
    }

    /** Some share a place, and take it from each other. */
    @Test
    void everyOneOfManyShopsGetsTheTableOfItsOwnRules() {
        List<List<ShopRule>> shops = new ArrayList<>();
        IntStream.range(0, 5_000).forEach(shop -> shops.add(List.of(rule("rule-" + shop))));

        for (int round = 0; round < 2; round++) {
            for (int shop = 0; shop < shops.size(); shop++) {
                assertThat(tables.of(shops.get(shop)).rows().getFirst().name())
                        .isEqualTo("rule-" + shop);
            }
        }
    }

    private static RuleTable table(List<ShopRule> rules) {
        List<Row> rows = new ArrayList<>(new ShopRows(List.of()).of(rules));
        rows.replaceAll(row ->
                new Row(
                        row.name().substring(ShopRows.PREFIX.length()),
                        row.conditions(),
                        row.decision(),
                        row.because()));
        rows.add(Row.row("otherwise").always().then(Decision.MANUAL).because(Because.NO_RULE));
        return new RuleTable("test", 1, rows);
    }

    private static ShopRule rule(String name) {
        return new ShopRule(
                name,
                null,
                Set.of(),
                null,
                null,
                null,
                Set.of("toys"),
                Set.of(),
                Set.of(),
                Decision.MANUAL,
                "the shop wants it so");
    }
}
