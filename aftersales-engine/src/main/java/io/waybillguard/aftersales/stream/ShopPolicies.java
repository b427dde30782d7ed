package io.waybillguard.aftersales.stream;

import io.waybillguard.aftersales.refund.Policies;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.policy.PolicyEvent;
import io.waybillguard.events.policy.PolicyEvent.ShopPolicySet;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.ShopId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Shops' policies from the table that every instance keeps. A policy is parsed once and stays the
 * very same object until another is set.
 */
final class ShopPolicies implements Policies {

    private final ReadOnlyKeyValueStore<String, byte[]> table;
    private final Map<ShopId, Parsed> parsed = new ConcurrentHashMap<>();

    ShopPolicies(ReadOnlyKeyValueStore<String, byte[]> table) {
        this.table = table;
    }

    private record Parsed(Bytes told, ShopPolicy policy) {}

    @Override
    public ShopPolicy of(ShopId shop) {
        byte[] latest = table.get(shop.value());
        if (latest == null) {
            parsed.remove(shop);
            return ShopPolicy.none(shop);
        }
        Parsed known = parsed.get(shop);
        if (known != null && known.told().equals(Bytes.wrap(latest))) {
            return known.policy();
        }
        ShopPolicy policy = read(shop, latest);
        parsed.put(shop, new Parsed(Bytes.wrap(latest), policy));
        return policy;
    }

    private static ShopPolicy read(ShopId shop, byte[] latest) {
        return switch (EventJson.read(Topics.SHOP_POLICIES, latest)) {
            case Read.Event<PolicyEvent>(ShopPolicySet(var policy, _)) -> policy;
            case Read.Unreadable<PolicyEvent> _ -> ShopPolicy.none(shop);
        };
    }
}
