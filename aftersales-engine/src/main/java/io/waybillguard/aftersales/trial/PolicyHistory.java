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
import io.waybillguard.kit.kafka.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A shop's policies as far as their compacted topic still has them. */
final class PolicyHistory {

    private PolicyHistory() {}

    static PolicyTimeline read(KafkaSettings kafka, ShopId shop, LongConsumer progress) {
        NavigableMap<Instant, ShopPolicy> since = new TreeMap<>();
        byte[] key = shop.value().getBytes(StandardCharsets.UTF_8);
        try (TopicReader reader = new TopicReader(kafka)) {
            reader.read(
                    reader.ranges(Topics.SHOP_POLICIES, null, null),
                    record -> take(record, key, since),
                    progress);
        }
        return PolicyTimeline.of(shop, since);
    }

    private static void take(
            ConsumerRecord<byte[], byte[]> record,
            byte[] key,
            NavigableMap<Instant, ShopPolicy> since) {
        if (!Arrays.equals(key, record.key()) || record.value() == null) {
            return;
        }
        switch (EventJson.read(Topics.SHOP_POLICIES, record.value())) {
            case Read.Event<PolicyEvent>(ShopPolicySet(var policy, _)) ->
                    since.put(Instant.ofEpochMilli(record.timestamp()), policy);
            case Read.Unreadable<PolicyEvent> _ -> {}
        }
    }
}
