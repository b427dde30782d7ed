package io.waybillguard.aftersales.rules;

import static io.waybillguard.aftersales.fixtures.APolicy.aPolicy;
import static io.waybillguard.aftersales.fixtures.AnOrder.NOON;
import static io.waybillguard.aftersales.fixtures.AnOrder.anOrder;
import static io.waybillguard.events.types.Money.fen;
import static io.waybillguard.events.types.Money.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.aftersales.fixtures.AnOrder;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.policy.ShopRule;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.Region;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShopRowsTest {

    private static final RefundTable TABLE = new RefundTable(Limits.DEFAULT, Agreements.DEFAULT);
    private static final Region HANGZHOU = new Region("浙江", "杭州");

    /** A shop's rule, an order, and what stood against it; null where it holds. */
    record Line(String name, ShopRule rule, AnOrder order, @Nullable String failed) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Line> lines() {
        ShopRule amounts = rule(yuan(50), yuan(100), Set.of(), Set.of(), Set.of());
        ShopRule lost = rule(null, null, Set.of(StallLevel.SUSPECTED_LOST), Set.of(), Set.of());
        ShopRule zto = rule(null, null, Set.of(), Set.of(new CourierCode("ZTO")), Set.of());
        return Stream.of(
                line("the least order amount", amounts, anOrder().of(yuan(50)), null),
                line(
                        "a fen less",
                        amounts,
                        anOrder().of(fen(4999)),
                        "49.99 yuan is less than 50.00 yuan"),
                line("a fen under the limit", amounts, anOrder().of(fen(9999)), null),
                line(
                        "the limit",
                        amounts,
                        anOrder().of(yuan(100)),
                        "100.00 yuan is not under 100.00 yuan"),
                line("the level asked for", lost, stalled(StallLevel.SUSPECTED_LOST), null),
                line("a lower level", lost, stalled(StallLevel.STALLED), "IN_TRANSIT STALLED"),
                line("no stall", lost, anOrder().shippedAndNow(Stage.IN_TRANSIT), "but none"),
                line("the courier asked for", zto, anOrder().shippedBy("ZTO"), null),
                line(
                        "one of two with another courier",
                        zto,
                        anOrder().shippedBy("ZTO").shippedBy("SF"),
                        "go with SF, ZTO, not all with ZTO"),
                line("not shipped", zto, anOrder(), "not shipped"));
    }

    static Stream<Line> regions() {
        ShopRule zhejiang = to(Region.of("浙江省"));
        ShopRule city = to(HANGZHOU);
        return Stream.of(
                line("a city of the province", zhejiang, anOrder().to(HANGZHOU), null),
                line("the city", city, anOrder().to(new Region("浙江省", "杭州市")), null),
                line(
                        "another city",
                        city,
                        anOrder().to(new Region("浙江", "宁波")),
                        "goes to 浙江 宁波, not all"),
                line("no city told", city, anOrder().to(Region.of("浙江")), "goes to 浙江, not all"),
                line(
                        "another province",
                        zhejiang,
                        anOrder().to(Region.of("新疆")),
                        "goes to 新疆, not all"),
                line(
                        "shipped elsewhere than it was placed for",
                        zhejiang,
                        anOrder().to(Region.of("新疆")).shippedBy("ZTO"),
                        null));
    }

    @ParameterizedTest
    @MethodSource({"lines", "regions"})
    void aShopsConditionHoldsOrSaysWhatWasSeen(Line line) {
        Verdict verdict = TABLE.decide(ask(line.rule(), line.order()));

        assertThat(verdict.rows())
                .filteredOn(row -> row.row().equals("shop:own"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.held()).isEqualTo(line.failed() == null);
                    if (line.failed() != null) {
                        assertThat(row.failed()).contains(line.failed());
                    }
                });
    }

    @Test
    void kindAndLevelAreAskedOfOneStall() {
        ShopRule rule =
                new ShopRule(
                        "own",
                        null,
                        Set.of(),
                        null,
                        null,
                        null,
                        Set.of(),
                        Set.of(),
                        Set.of(StallKind.AFTER_PICKUP),
                        Decision.AUTO_REFUND,
                        "",
                        null,
                        null,
                        Set.of(StallLevel.SUSPECTED_LOST),
                        Set.of(),
                        Set.of());

        assertThat(TABLE.decide(ask(rule, stalled(StallLevel.SUSPECTED_LOST))).row())
                .isEqualTo("otherwise");
    }

    private static ShopRule to(Region region) {
        return rule(null, null, Set.of(), Set.of(), Set.of(region));
    }

    private static AnOrder stalled(StallLevel level) {
        return anOrder().shippedAndNow(Stage.IN_TRANSIT).stalled(StallKind.IN_TRANSIT, level);
    }

    private static Line line(String name, ShopRule rule, AnOrder order, @Nullable String failed) {
        return new Line(name, rule, order, failed);
    }

    private static ShopRule rule(
            @Nullable Money from,
            @Nullable Money under,
            Set<StallLevel> levels,
            Set<CourierCode> couriers,
            Set<Region> regions) {
        return new ShopRule(
                "own",
                null,
                Set.of(),
                null,
                null,
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                Decision.AUTO_REFUND,
                "",
                from,
                under,
                levels,
                couriers,
                regions);
    }

    private static RefundQuestion ask(ShopRule rule, AnOrder order) {
        return new RefundQuestion(
                new RefundRequest(
                        new RefundId("r-1"),
                        RefundKind.REFUND_ONLY,
                        fen(1),
                        RefundReason.NO_MOVEMENT,
                        List.of(),
                        NOON),
                order.facts(),
                Money.ZERO,
                Set.of(),
                Set.of(),
                aPolicy().rule(rule).build());
    }
}
