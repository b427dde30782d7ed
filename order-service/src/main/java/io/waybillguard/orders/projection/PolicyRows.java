package io.waybillguard.orders.projection;

import io.waybillguard.events.policy.PolicyEvent;
import io.waybillguard.events.policy.PolicyEvent.ShopPolicySet;
import java.util.List;

/** Shops' policies; the latest on the topic holds. */
final class PolicyRows {
    private static final String POLICY =
            """
            insert into shop_policies (shop_id, version, policy, at) values (?, ?, ?::jsonb, ?)
            on conflict (shop_id) do update set
                version = excluded.version, policy = excluded.policy, at = excluded.at
            """;

    private static final String GONE = "delete from shop_policies where shop_id = ?";

    private PolicyRows() {}

    /** A tombstone: the shop has no policy any more. */
    static List<Write> gone(String shop) {
        return List.of(Write.to("shop_policies", GONE, shop));
    }

    static List<Write> of(PolicyEvent event) {
        return switch (event) {
            case ShopPolicySet(var policy, var at) ->
                    List.of(
                            Write.to(
                                    "shop_policies",
                                    POLICY,
                                    policy.shopId().value(),
                                    policy.version(),
                                    Json.of(policy),
                                    at));
        };
    }
}
