package io.waybillguard.local.demo;

import static io.waybillguard.events.refund.Decision.AUTO_REFUND;

import io.waybillguard.events.policy.InterceptionTerms;
import io.waybillguard.events.policy.NoticeTerms;
import io.waybillguard.events.policy.RefundSwitches;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.policy.ShopRule;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.ShopId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A policy that a careful shop thinks about, with what the demo knows of the shop's past under it.
 *
 * @param asked the shop's requests
 * @param changes what it changes, by request; all others stay as they were
 */
record Candidate(ShopId shop, List<Asked> asked, Map<RefundId, Decided> changes) {

    /** In words, for who reads of it. */
    static final String IN_WORDS =
            "refund at once before shipping, and fresh goods of bad quality under 200 yuan";

    private static final ShopStyle STYLE = ShopStyle.CAREFUL;

    /** By the story, what it would decide. */
    private static final Map<String, Decided> CHANGES =
            Map.of(
                    "careful-shop-agrees", new Decided(AUTO_REFUND, "fast-refund"),
                    "careful-shop-refuses", new Decided(AUTO_REFUND, "shop:spoiled-fresh"));

    Candidate {
        asked = List.copyOf(asked);
        changes = Map.copyOf(changes);
    }

    /** Of the careful shop whose past would be changed most. */
    static Candidate of(Cast cast, List<Asked> asked) {
        Map<OrderId, ShopId> shops =
                cast.parts().stream().collect(Collectors.toMap(Part::order, Part::shop));
        Map<ShopId, List<Asked>> byShop =
                asked.stream()
                        .filter(request -> cast.shops().get(shops.get(request.order())) == STYLE)
                        .collect(
                                Collectors.groupingBy(
                                        request -> shops.get(request.order()),
                                        TreeMap::new,
                                        Collectors.toList()));
        return byShop.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .max(Comparator.comparingInt(candidate -> candidate.changes().size()))
                .orElseThrow(() -> new StoryBroken("no careful shop was asked for anything"));
    }

    private static Candidate of(ShopId shop, List<Asked> asked) {
        Map<RefundId, Decided> changes = new HashMap<>();
        for (Asked request : asked) {
            Decided would = CHANGES.get(request.scenario());
            if (would != null) {
                changes.put(request.refund(), would);
            }
        }
        return new Candidate(shop, asked, changes);
    }

    /** The shop's own policy, as the demo set it. */
    ShopPolicy own() {
        return STYLE.policyOf(shop);
    }

    ShopPolicy policy() {
        return new ShopPolicy(
                shop,
                own().version() + 1,
                new RefundSwitches(true, null, false, null, false, false, null),
                InterceptionTerms.NONE,
                List.of(spoiledFreshIsRefunded()),
                NoticeTerms.DEFAULT);
    }

    private static ShopRule spoiledFreshIsRefunded() {
        return new ShopRule(
                "spoiled-fresh",
                true,
                Set.of(),
                RefundKind.REFUND_ONLY,
                null,
                Money.yuan(200),
                Set.of("fresh"),
                Set.of(RefundReason.QUALITY),
                Set.of(),
                AUTO_REFUND,
                "坏了的生鲜不用寄回 (nobody sends spoiled fruit back)");
    }
}
