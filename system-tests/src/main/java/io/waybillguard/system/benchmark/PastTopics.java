package io.waybillguard.system.benchmark;

import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.TopicLeaders;
import io.waybillguard.events.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;

/** Topics whose records were appended long ago, as the broker's clock would have it. */
final class PastTopics {

    private static final List<Topic<?>> INPUTS =
            List.of(Topics.ORDERS, Topics.AFTERSALES_REQUESTS, Topics.PARCEL_MILESTONES);

    private PastTopics() {}

    /** Makes the topics, writes the cases, and leaves the topics as the platform has them. */
    static RecordedCases.Told write(
            String servers, int partitions, int cases, long seed, Instant begin) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers));
                Loading loading = new Loading(servers)) {
            create(admin, partitions);
            RecordedCases.Told told =
                    RecordedCases.tell(
                            cases,
                            seed,
                            begin,
                            new RecordedCases.Events() {
                                @Override
                                public <V> void take(Topic<V> topic, Instant at, V event) {
                                    loading.send(record(topic, at, event));
                                }
                            });
            loading.flush();
            appendTimeFromNowOn(admin);
            return told;
        }
    }

    private static <V> ProducerRecord<byte[], byte[]> record(Topic<V> topic, Instant at, V event) {
        return new ProducerRecord<>(
                topic.name(),
                null,
                at.toEpochMilli(),
                topic.keyFor(event).getBytes(StandardCharsets.UTF_8),
                EventJson.write(event));
    }

    private static void create(Admin admin, int partitions)
            throws ExecutionException, InterruptedException {
        List<String> names = INPUTS.stream().map(Topic::name).toList();
        Map<String, String> past =
                Map.of(MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime", RETENTION_MS_CONFIG, "-1");
        admin.createTopics(
                        names.stream()
                                .map(name ->
                                        new NewTopic(name, partitions, (short) 1).configs(past))
                                .toList())
                .all()
                .get();
        TopicLeaders.await(admin, names, partitions);
    }

    private static void appendTimeFromNowOn(Admin admin)
            throws ExecutionException, InterruptedException {
        AlterConfigOp appendTime =
                new AlterConfigOp(
                        new ConfigEntry(MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"),
                        AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(
                        INPUTS.stream()
                                .map(topic ->
                                        new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
                                .collect(
                                        Collectors.toMap(
                                                Function.identity(), _ -> List.of(appendTime))))
                .all()
                .get();
    }
}
