package io.waybillguard.notifier.stream;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.policy.NoticeTerms;
import io.waybillguard.events.policy.PolicyEvent;
import io.waybillguard.events.policy.PolicyEvent.ShopPolicySet;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.ShopId;
import java.util.function.Function;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** How each shop speaks to its buyers; the defaults where a shop never said. */
record ShopTerms(ReadOnlyKeyValueStore<String, byte[]> policies)
        implements Function<ShopId, NoticeTerms> {

    @Override
    public NoticeTerms apply(ShopId shop) {
        return EventJson.read(Topics.SHOP_POLICIES, policies.get(shop.value()))
                        instanceof Read.Event<PolicyEvent>(ShopPolicySet set)
                ? set.policy().notices()
                : NoticeTerms.DEFAULT;
    }
}
