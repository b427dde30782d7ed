package io.waybillguard.notifier.stream;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.policy.PolicyEvent;
import io.waybillguard.events.policy.PolicyEvent.ShopPolicySet;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.kit.kafka.DeadLetterCounter;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the latest policy of every shop on every instance. What is not a policy is counted and
 * changes nothing: the shop goes on with the policy it had.
 */
final class KeepTerms implements Processor<String, byte[], Void, Void> {

    private final DeadLetterCounter counter;
    private KeyValueStore<String, byte[]> policies;

    KeepTerms(DeadLetterCounter counter) {
        this.counter = counter;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        policies = context.getStateStore(NotifierTopology.POLICIES);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (record.value() == null) {
            policies.delete(record.key());
            return;
        }
        switch (EventJson.read(Topics.SHOP_POLICIES, record.value())) {
            case Read.Event<PolicyEvent>(ShopPolicySet set) ->
                    policies.put(set.shopId().value(), record.value());
            case Read.Unreadable<PolicyEvent>(var reason, _) ->
                    counter.count(Topics.SHOP_POLICIES.name(), reason.label());
        }
    }
}
