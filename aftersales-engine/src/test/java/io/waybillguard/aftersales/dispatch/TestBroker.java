package io.waybillguard.aftersales.dispatch;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.awaitility.Awaitility;

/** A real broker in the test's own JVM, gone with its data when closed. */
final class TestBroker implements AutoCloseable {

    private static final Map<String, String> SMALL =
            Map.of(
                    "group.initial.rebalance.delay.ms", "0",
                    "offsets.topic.num.partitions", "1",
                    "offsets.topic.replication.factor", "1",
                    "transaction.state.log.num.partitions", "1",
                    "transaction.state.log.replication.factor", "1",
                    "transaction.state.log.min.isr", "1",
                    "auto.create.topics.enable", "false");

    private final KafkaClusterTestKit kit;

    private TestBroker(KafkaClusterTestKit kit) {
        this.kit = kit;
    }

    static TestBroker start() throws Exception {
        var nodes =
                new TestKitNodes.Builder()
                        .setCombined(true)
                        .setNumBrokerNodes(1)
                        .setNumControllerNodes(1)
                        .build();
        var builder = new KafkaClusterTestKit.Builder(nodes);
        SMALL.forEach(builder::setConfigProp);
        TestBroker broker = new TestBroker(builder.build());
        broker.kit.format();
        broker.kit.startup();
        broker.awaitAnswer();
        return broker;
    }

    /** The kit's own wait fits only the server it was built with. */
    private void awaitAnswer() {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers()))) {
            Awaitility.await()
                    .ignoreExceptions()
                    .until(() -> !admin.describeCluster().nodes().get().isEmpty());
        }
    }

    String servers() {
        return kit.bootstrapServers();
    }

    @Override
    public void close() throws Exception {
        kit.close();
    }
}
