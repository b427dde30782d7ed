package io.waybillguard.local.demo;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what the platform publishes, from the moment it is opened, into a ledger. */
final class EventWatch implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Listened<?>> listened;
    private final Ledger ledger;
    private final AtomicReference<Optional<KafkaException>> failure =
            new AtomicReference<>(Optional.empty());
    private final Thread thread;

    private EventWatch(
            KafkaConsumer<byte[], byte[]> consumer,
            Map<String, Listened<?>> listened,
            Ledger ledger) {
        this.consumer = consumer;
        this.ledger = ledger;
        this.listened = listened;
        this.thread = Thread.ofPlatform().name("event-watch").daemon().unstarted(this::read);
    }

    private record Listened<V>(Topic<V> topic, Consumer<V> ear) {

        void hear(byte[] value) {
            // what cannot be read here is counted by the services that read it too
            if (EventJson.read(topic, value) instanceof Read.Event<V>(V event)) {
                ear.accept(event);
            }
        }
    }

    /** Starts to read at the end of every topic; what is there already is not read. */
    static EventWatch open(String bootstrapServers, Ledger ledger) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings(bootstrapServers));
        Map<String, Listened<?>> listened =
                ears(ledger).stream()
                        .collect(Collectors.toMap(ear -> ear.topic().name(), ear -> ear));
        List<TopicPartition> partitions =
                Stream.concat(listened.keySet().stream(), deadLetters())
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        EventWatch watch = new EventWatch(consumer, listened, ledger);
        watch.thread.start();
        return watch;
    }

    private static Stream<String> deadLetters() {
        return Topics.all().stream()
                .map(Topic::name)
                .filter(name -> name.endsWith(Topics.DEAD_LETTER_SUFFIX));
    }

    /** Why it stopped reading; empty while it reads. */
    Optional<KafkaException> failure() {
        return failure.get();
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (consumer) {
            while (true) {
                consumer.poll(POLL)
                        .forEach(record -> {
                            Listened<?> ear = listened.get(record.topic());
                            if (ear == null) {
                                ledger.deadLetter(record.topic());
                            } else {
                                ear.hear(record.value());
                            }
                        });
            }
        } catch (WakeupException e) {
            // closed
        } catch (KafkaException e) {
            failure.set(Optional.of(e));
        }
    }

    private static List<Listened<?>> ears(Ledger ledger) {
        return List.of(
                new Listened<>(Topics.PARCEL_MILESTONES, ledger::add),
                new Listened<>(Topics.PARCEL_STALLS, ledger::add),
                new Listened<>(Topics.AFTERSALES_EVENTS, ledger::add),
                new Listened<>(Topics.PAYOUTS, ledger::add),
                new Listened<>(Topics.PAYOUT_RESULTS, ledger::add),
                new Listened<>(Topics.PAYOUTS_PARKED, ledger::add),
                new Listened<>(Topics.INTERCEPTIONS, ledger::add),
                new Listened<>(Topics.INTERCEPTION_RESULTS, ledger::add),
                new Listened<>(Topics.NOTICE_RECEIPTS, ledger::add));
    }

    private static Properties settings(String bootstrapServers) {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "demo-watch");
        return settings;
    }
}
