package io.waybillguard.kit.testing;

import io.waybillguard.events.topics.TopicLeaders;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/** A real Kafka broker in the test's own JVM, gone with its data when closed. */
public final class OneBroker implements AutoCloseable {

    private static final Map<String, String> SMALL =
            Map.of(
                    "group.initial.rebalance.delay.ms", "0",
                    "group.min.session.timeout.ms", "500",
                    "offsets.topic.num.partitions", "1",
                    "offsets.topic.replication.factor", "1",
                    "transaction.state.log.num.partitions", "1",
                    "transaction.state.log.replication.factor", "1",
                    "transaction.state.log.min.isr", "1",
                    "auto.create.topics.enable", "false");

    private final KafkaClusterTestKit kit;

    private OneBroker(KafkaClusterTestKit kit) {
        this.kit = kit;
    }

    /** Starts one that creates no topics by itself. */
    public static OneBroker start() throws Exception {
        return start(Map.of());
    }

    /**
     * Starts one.
     *
     * @param properties of the broker, beside those that keep it small
     */
    public static OneBroker start(Map<String, String> properties) throws Exception {
        var nodes =
                new TestKitNodes.Builder()
                        .setCombined(true)
                        .setNumBrokerNodes(1)
                        .setNumControllerNodes(1)
                        .build();
        var builder = new KafkaClusterTestKit.Builder(nodes);
        Map<String, String> all = new TreeMap<>(SMALL);
        all.putAll(properties);
        all.forEach(builder::setConfigProp);
        KafkaClusterTestKit kit = builder.build();
        kit.format();
        kit.startup();
        kit.waitForReadyBrokers();
        return new OneBroker(kit);
    }

    /** Where it listens, as {@code bootstrap.servers}. */
    public String servers() {
        return kit.bootstrapServers();
    }

    /** Makes topics of one number of partitions and waits until they can be written to. */
    public void create(Collection<NewTopic> topics) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
            admin.createTopics(topics).all().get();
            int partitions = topics.iterator().next().numPartitions();
            TopicLeaders.await(admin, topics.stream().map(NewTopic::name).toList(), partitions);
        }
    }

    @Override
    public void close() throws Exception {
        kit.close();
    }
}
