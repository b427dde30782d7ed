package io.waybillguard.system.benchmark;

import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.TopicCreation;
import io.waybillguard.events.topics.TopicSettings;
import io.waybillguard.events.topics.Topics;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** What the broker tells of topics and of a service's progress. */
final class Cluster implements AutoCloseable {

    /** With which the names of changelogs end. */
    static final String CHANGELOG = "-changelog";

    private final String application;
    private final Admin admin;
    private final int partitions;

    Cluster(String servers, int partitions) {
        this(servers, partitions, ServiceProcess.TRACKER);
    }

    /**
     * What it tells of another service.
     *
     * @param application the service's group
     */
    Cluster(String servers, int partitions, String application) {
        this.application = application;
        this.admin = Admin.create(Map.of("bootstrap.servers", servers));
        this.partitions = partitions;
    }

    void createTopics() {
        new TopicCreation(admin, new TopicSettings(partitions, 1)).ensure(Topics.all());
    }

    /** How many records of the topic the tracker has committed. */
    long committed(Topic<?> topic) throws ExecutionException, InterruptedException {
        return admin
                .listConsumerGroupOffsets(application)
                .partitionsToOffsetAndMetadata()
                .get()
                .entrySet()
                .stream()
                .filter(entry -> entry.getKey().topic().equals(topic.name()))
                .filter(entry -> entry.getValue() != null)
                .mapToLong(entry -> entry.getValue().offset())
                .sum();
    }

    /** How many records, and marks of transactions, the topic has. */
    long written(Topic<?> topic) throws ExecutionException, InterruptedException {
        return written(topic.name());
    }

    /** The same of the changelogs of the tracker's stores; what was compacted counts too. */
    long logged() throws ExecutionException, InterruptedException {
        long all = 0;
        for (String topic : admin.listTopics().names().get()) {
            if (topic.endsWith(CHANGELOG)) {
                all += written(topic);
            }
        }
        return all;
    }

    private long written(String topic) throws ExecutionException, InterruptedException {
        return admin
                .listOffsets(
                        partitionsOf(topic).stream()
                                .collect(
                                        Collectors.toMap(
                                                Function.identity(), _ -> OffsetSpec.latest())))
                .all()
                .get()
                .values()
                .stream()
                .mapToLong(offset -> offset.offset())
                .sum();
    }

    private Collection<TopicPartition> partitionsOf(String topic) {
        return IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    /** The bytes of all logs whose topic's name ends so. */
    long bytes(String ending) throws ExecutionException, InterruptedException {
        return admin
                .describeLogDirs(java.util.List.of(brokerId()))
                .allDescriptions()
                .get()
                .values()
                .stream()
                .flatMap(dirs -> dirs.values().stream())
                .flatMap(dir -> dir.replicaInfos().entrySet().stream())
                .filter(replica -> replica.getKey().topic().endsWith(ending))
                .mapToLong(replica -> replica.getValue().size())
                .sum();
    }

    private int brokerId() throws ExecutionException, InterruptedException {
        return admin.describeCluster().nodes().get().iterator().next().id();
    }

    /**
     * Waits until the tracker has committed all that the topic has; says in how many nanoseconds.
     */
    long awaitRead(Topic<?> topic, long records) throws ExecutionException, InterruptedException {
        long start = System.nanoTime();
        while (committed(topic) < records) {
            TimeUnit.MILLISECONDS.sleep(50);
            if (System.nanoTime() - start > TimeUnit.MINUTES.toNanos(30)) {
                throw new IllegalStateException(
                        application + " does not get through " + topic.name());
            }
        }
        return System.nanoTime() - start;
    }

    @Override
    public void close() {
        admin.close();
    }
}
