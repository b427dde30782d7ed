package io.waybillguard.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HashStoresTest {

    private static final String STORE = "kept";

    private final TopologyTestDriver driver = new TopologyTestDriver(topology(), new Properties());
    private final KeyValueStore<String, String> store = driver.getKeyValueStore(STORE);

    private static Topology topology() {
        return new Topology()
                .addSource("in", new StringDeserializer(), new StringDeserializer(), "in")
                .addProcessor("keep", Keep::new, "in")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                HashStores.named(STORE), Serdes.String(), Serdes.String()),
                        "keep");
    }

    private static final class Keep extends ContextualProcessor<String, String, Void, Void> {
        @Override
        public void process(Record<String, String> record) {
            KeyValueStore<String, String> store = context().getStateStore(STORE);
            store.put(record.key(), record.value());
        }
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void whatIsPutIsThereUntilItIsDeleted() {
        store.put("a", "1");
        store.put("a", "2");

        assertThat(store.get("a")).isEqualTo("2");
        assertThat(store.putIfAbsent("a", "3")).isEqualTo("2");
        assertThat(store.putIfAbsent("b", "4")).isNull();
        assertThat(store.approximateNumEntries()).isEqualTo(2);
        assertThat(store.delete("a")).isEqualTo("2");
        assertThat(store.get("a")).isNull();
    }

    @Test
    void aRecordOfTheTopologyIsKept() {
        driver.createInputTopic("in", new StringSerializer(), new StringSerializer())
                .pipeInput("a", "1");

        assertThat(store.get("a")).isEqualTo("1");
    }

    @Test
    void noValueIsADeletion() {
        store.putAll(List.of(KeyValue.pair("a", "1"), KeyValue.pair("b", "2")));
        store.put("a", null);

        assertThat(keys()).containsExactly("b");
    }

    @Test
    void allAreFoundAndNoneIsSkippedByLookingAhead() {
        store.put("a", "1");
        store.put("b", "2");
        List<String> ahead = new ArrayList<>();
        try (KeyValueIterator<String, String> all = store.all()) {
            while (all.hasNext()) {
                String peeked = all.peekNextKey();
                assertThat(all.next().key).isEqualTo(peeked);
                ahead.add(peeked);
            }
            assertThatThrownBy(all::next).isInstanceOf(NoSuchElementException.class);
        }

        assertThat(ahead).containsExactlyInAnyOrder("a", "b");
        assertThat(keys()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void itKnowsNoRanges() {
        assertThatThrownBy(() -> store.range("a", "b"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, String> all = store.all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }
}
