package io.waybillguard.aftersales.stream;

import io.waybillguard.aftersales.refund.Policies;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.policy.PolicyEvent;
import io.waybillguard.events.policy.PolicyEvent.ShopPolicySet;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.ShopId;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Shops' policies from the table that every instance keeps. */
final class ShopPolicies implements Policies {

    private final ReadOnlyKeyValueStore<String, byte[]> table;

    ShopPolicies(ReadOnlyKeyValueStore<String, byte[]> table) {
        this.table = table;
    }

    @Override
    public ShopPolicy of(ShopId shop) {
        byte[] latest = table.get(shop.value());
        if (latest == null) {
            return ShopPolicy.none(shop);
        }
        return switch (EventJson.read(Topics.SHOP_POLICIES, latest)) {
            case Read.Event<PolicyEvent>(ShopPolicySet(var policy, _)) -> policy;
            case Read.Unreadable<PolicyEvent> _ -> ShopPolicy.none(shop);
        };
    }
}
