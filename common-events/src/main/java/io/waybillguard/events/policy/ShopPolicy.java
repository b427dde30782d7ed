package io.waybillguard.events.policy;

import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.ShopId;
import java.util.List;

/**
 * The whole policy of one shop.
 *
 * @param version set by the shop's side, rising
 * @param rules in the order in which they are asked; at most 100
 */
public record ShopPolicy(
        ShopId shopId,
        int version,
        RefundSwitches refunds,
        InterceptionTerms interception,
        List<ShopRule> rules,
        NoticeTerms notices) {
    public ShopPolicy {
        Checks.required("shopId", shopId);
        Checks.required("refunds", refunds);
        Checks.required("interception", interception);
        rules = Checks.list("rules", rules, 100);
        Checks.required("notices", notices);
    }

    /** What holds for a shop that never set anything: every request goes to a person. */
    public static ShopPolicy none(ShopId shopId) {
        return new ShopPolicy(
                shopId,
                0,
                RefundSwitches.NONE,
                InterceptionTerms.NONE,
                List.of(),
                NoticeTerms.DEFAULT);
    }
}
