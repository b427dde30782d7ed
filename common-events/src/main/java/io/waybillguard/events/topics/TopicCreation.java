package io.waybillguard.events.topics;

import static io.waybillguard.events.topics.TopicLeaders.answer;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import io.waybillguard.events.types.Checks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/**
 * Makes the catalogue's topics where they are missing and compares those that are there. Never
 * deletes, never alters: what differs in partitions, cleanup or timestamp type is an error;
 * retention is the operator's to change.
 */
public final class TopicCreation {

    private static final String APPEND_TIME = "LogAppendTime";

    private final Admin admin;
    private final TopicSettings settings;

    public TopicCreation(Admin admin, TopicSettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    /**
     * Leaves every one of {@code topics} there, as the catalogue says and with its leaders at work.
     *
     * @return the names of those that were made
     * @throws TopicMismatchException when a topic that was there differs
     * @throws KafkaException when the broker does not answer within a minute
     */
    public List<String> ensure(Collection<Topic<?>> topics) {
        Set<String> present = answer(admin.listTopics().names());
        List<Topic<?>> missing =
                topics.stream().filter(topic -> !present.contains(topic.name())).toList();
        create(missing);
        List<Topic<?>> old =
                topics.stream().filter(topic -> present.contains(topic.name())).toList();
        List<String> mismatches = compare(old);
        if (!mismatches.isEmpty()) {
            throw new TopicMismatchException(mismatches);
        }
        List<String> names = topics.stream().map(Topic::name).toList();
        TopicLeaders.await(admin, names, settings.partitions());
        return missing.stream().map(Topic::name).toList();
    }

    private void create(List<Topic<?>> topics) {
        var created = admin.createTopics(topics.stream().map(this::definition).toList());
        created.values()
                .forEach((_, future) -> {
                    try {
                        answer(future);
                    } catch (TopicExistsException e) {
                        // another service made it first, from the same catalogue
                    }
                });
    }

    private NewTopic definition(Topic<?> topic) {
        Map<String, String> config = new TreeMap<>();
        config.put(MESSAGE_TIMESTAMP_TYPE_CONFIG, APPEND_TIME);
        config.put(CLEANUP_POLICY_CONFIG, cleanup(topic));
        Duration retention = topic.retention();
        if (retention != null) {
            config.put(RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
        }
        return new NewTopic(topic.name(), settings.partitions(), (short) settings.replication())
                .configs(config);
    }

    private static String cleanup(Topic<?> topic) {
        return topic.isCompacted() ? CLEANUP_POLICY_COMPACT : CLEANUP_POLICY_DELETE;
    }

    private List<String> compare(List<Topic<?>> topics) {
        List<String> names = topics.stream().map(Topic::name).toList();
        Map<String, TopicDescription> descriptions =
                answer(admin.describeTopics(names).allTopicNames());
        Map<String, Map<String, String>> configs = configs(names);
        List<String> mismatches = new ArrayList<>();
        for (Topic<?> topic : topics) {
            String name = topic.name();
            int partitions = Checks.required(name, descriptions.get(name)).partitions().size();
            Map<String, String> config = configs.getOrDefault(name, Map.of());
            differs(mismatches, name, "partitions", settings.partitions(), partitions);
            differs(
                    mismatches,
                    name,
                    CLEANUP_POLICY_CONFIG,
                    cleanup(topic),
                    config.get(CLEANUP_POLICY_CONFIG));
            differs(
                    mismatches,
                    name,
                    MESSAGE_TIMESTAMP_TYPE_CONFIG,
                    APPEND_TIME,
                    config.get(MESSAGE_TIMESTAMP_TYPE_CONFIG));
        }
        return mismatches;
    }

    private static void differs(
            List<String> mismatches,
            String topic,
            String what,
            Object wanted,
            @Nullable Object found) {
        if (!wanted.equals(found)) {
            mismatches.add("%s has %s %s, not %s".formatted(topic, what, found, wanted));
        }
    }

    private Map<String, Map<String, String>> configs(List<String> names) {
        List<ConfigResource> resources =
                names.stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList();
        return answer(admin.describeConfigs(resources).all()).entrySet().stream()
                .collect(
                        Collectors.toMap(
                                entry -> entry.getKey().name(),
                                entry ->
                                        entry.getValue().entries().stream()
                                                .filter(config -> config.value() != null)
                                                .collect(
                                                        Collectors.toMap(
                                                                config -> config.name(),
                                                                config -> config.value()))));
    }
}
