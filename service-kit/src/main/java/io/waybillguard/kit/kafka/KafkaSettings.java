package io.waybillguard.kit.kafka;

import io.waybillguard.events.topics.TopicSettings;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where Kafka is and how its topics are made.
 *
 * @param bootstrapServers default {@code localhost:9092}
 * @param partitions of every topic; default 12
 * @param replication of every topic; default 1: set 3 in a cluster
 * @param createTopics make what is missing at start; default true. What is there is compared in any
 *     case; with false, a service does not start while one is missing
 * @param client properties for every client as they are: security, mostly
 */
@Validated
@ConfigurationProperties("waybill.kafka")
public record KafkaSettings(
        @NotBlank @DefaultValue("localhost:9092") String bootstrapServers,
        @Positive @DefaultValue("12") int partitions,
        @Positive @DefaultValue("1") int replication,
        @DefaultValue("true") boolean createTopics,
        @DefaultValue Map<String, String> client) {

    /** What all topics share. */
    public TopicSettings topics() {
        return new TopicSettings(partitions, replication);
    }

    /** A new map of the properties every client needs. */
    public Map<String, Object> clientProperties() {
        Map<String, Object> properties = new TreeMap<>(client);
        properties.put("bootstrap.servers", bootstrapServers);
        return properties;
    }
}
