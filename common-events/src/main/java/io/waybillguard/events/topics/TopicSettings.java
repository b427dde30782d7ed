package io.waybillguard.events.topics;

/**
 * What all topics share.
 *
 * @param partitions of every topic; 12 in a cluster, 4 on one machine
 * @param replication copies of every partition; 3 in a cluster, 1 on one machine
 * @throws IllegalArgumentException when one is not positive
 */
public record TopicSettings(int partitions, int replication) {

    public TopicSettings {
        if (partitions < 1 || replication < 1) {
            throw new IllegalArgumentException("partitions and replication must be positive");
        }
    }
}
