package io.waybillguard.aftersales.trial;

import io.waybillguard.aftersales.backtest.PolicyTimeline;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.policy.PolicyEvent;
import io.waybillguard.events.policy.PolicyEvent.ShopPolicySet;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.kit.kafka.KafkaSettings;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A shop's policies as far as their compacted topic still has them. */
final class PolicyHistory {

    private PolicyHistory() {}

    static PolicyTimeline read(KafkaSettings kafka, ShopId shop) {
        NavigableMap<Instant, ShopPolicy> since = new TreeMap<>();
        try (TopicReader reader = new TopicReader(kafka)) {
            for (int partition = 0; partition < kafka.partitions(); partition++) {
                reader.read(
                        reader.range(Topics.SHOP_POLICIES, partition, null, null),
                        record -> take(record, shop, since),
                        new Progress());
            }
        }
        return PolicyTimeline.of(shop, since);
    }

    private static void take(
            ConsumerRecord<String, byte[]> record,
            ShopId shop,
            NavigableMap<Instant, ShopPolicy> since) {
        if (!shop.value().equals(record.key()) || record.value() == null) {
            return;
        }
        switch (EventJson.read(Topics.SHOP_POLICIES, record.value())) {
            case Read.Event<PolicyEvent>(ShopPolicySet(var policy, _)) ->
                    since.put(Instant.ofEpochMilli(record.timestamp()), policy);
            case Read.Unreadable<PolicyEvent> _ -> {}
        }
    }
}
