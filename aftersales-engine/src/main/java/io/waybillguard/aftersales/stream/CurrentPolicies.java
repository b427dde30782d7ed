package io.waybillguard.aftersales.stream;

import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.kit.streams.StreamsRunner;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.springframework.stereotype.Component;

/** Shops' policies as this instance's topology holds them, for those who ask from outside. */
@Component
public class CurrentPolicies {

    private final StreamsRunner runner;

    CurrentPolicies(StreamsRunner runner) {
        this.runner = runner;
    }

    /** The shop's policy; empty while the topology does not run. */
    public Optional<ShopPolicy> of(ShopId shop) {
        return runner.streams()
                .flatMap(streams -> table(streams))
                .map(table -> new ShopPolicies(table).of(shop));
    }

    private static Optional<ReadOnlyKeyValueStore<String, byte[]>> table(KafkaStreams streams) {
        try {
            return Optional.of(
                    streams.store(
                            StoreQueryParameters.fromNameAndType(
                                    Topics.SHOP_POLICIES.name(),
                                    QueryableStoreTypes.<String, byte[]>keyValueStore())));
        } catch (InvalidStateStoreException | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
