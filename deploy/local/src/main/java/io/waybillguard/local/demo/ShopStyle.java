package io.waybillguard.local.demo;

import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.policy.InterceptionTerms;
import io.waybillguard.events.policy.NoticeTerms;
import io.waybillguard.events.policy.RefundSwitches;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.policy.ShopRule;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.ShopId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of shop that the demo knows, each with its policy. */
enum ShopStyle {
    /** Everything that the platform offers is switched on, with the newest agreement. */
    GENEROUS,
    /** The same, but with the agreement of four couriers. */
    OLD_TERMS,
    /** Nothing is switched on: a person looks at every request. */
    CAREFUL,
    /** Generous, with rows of its own. */
    OWN_RULES,
    /** So generous before it ships that the platform's cap on automatic money stops it. */
    LAVISH;

    ShopPolicy policyOf(ShopId shop) {
        return switch (this) {
            case GENEROUS ->
                    generous(
                            shop,
                            terms("2024-02", "ZTO", "YTO", "STO", "JT", "YUNDA", "SF", "JD"),
                            List.of());
            case OLD_TERMS ->
                    generous(shop, terms("2023-06", "ZTO", "YTO", "STO", "JT"), List.of());
            case LAVISH ->
                    new ShopPolicy(
                            shop,
                            1,
                            everything(Money.yuan(3000)),
                            terms("2024-02", "ZTO", "YTO"),
                            List.of(),
                            NoticeTerms.DEFAULT);
            case CAREFUL -> ShopPolicy.none(shop);
            case OWN_RULES ->
                    generous(
                            shop,
                            terms("2024-02", "ZTO", "YTO"),
                            List.of(damagedIsRefunded(), stalledFreshIsRefunded()));
        };
    }

    private static ShopPolicy generous(
            ShopId shop, InterceptionTerms interception, List<ShopRule> rules) {
        return new ShopPolicy(
                shop, 1, everything(Money.yuan(500)), interception, rules, NoticeTerms.DEFAULT);
    }

    private static RefundSwitches everything(Money beforeShipping) {
        return new RefundSwitches(
                true, beforeShipping, true, Money.yuan(300), true, true, Money.yuan(300));
    }

    private static InterceptionTerms terms(String agreement, String... couriers) {
        Set<CourierCode> enabled =
                Arrays.stream(couriers).map(CourierCode::new).collect(Collectors.toSet());
        return new InterceptionTerms(true, agreement, enabled);
    }

    private static ShopRule damagedIsRefunded() {
        return new ShopRule(
                "damaged-under-60",
                true,
                Set.of(),
                RefundKind.REFUND_ONLY,
                null,
                Money.yuan(60),
                Set.of(),
                Set.of(RefundReason.DAMAGED),
                Set.of(),
                Decision.AUTO_REFUND,
                "broken goods under 60 yuan are not worth a dispute");
    }

    private static ShopRule stalledFreshIsRefunded() {
        return new ShopRule(
                "fresh-stalled",
                true,
                Set.of(),
                RefundKind.REFUND_ONLY,
                null,
                Money.yuan(200),
                Set.of("fresh"),
                Set.of(),
                Set.of(StallKind.AFTER_PICKUP, StallKind.IN_TRANSIT),
                Decision.AUTO_REFUND,
                "fresh goods that stand still are spoiled");
    }
}
