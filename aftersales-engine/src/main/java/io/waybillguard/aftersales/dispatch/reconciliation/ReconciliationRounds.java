package io.waybillguard.aftersales.dispatch.reconciliation;

import io.waybillguard.events.topics.Topics;
import io.waybillguard.kit.kafka.KafkaSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Has the books compared every period by one of all instances: the one that holds the first
 * partition of the reports' topic in a group of its own. When that changes hands while it compares,
 * what it found is dropped, and the next holder compares at once. When the last one ran is on the
 * topic, so that a restart neither repeats nor leaves one out.
 */
final class ReconciliationRounds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReconciliationRounds.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final TopicPartition OFFICE =
            new TopicPartition(Topics.ENGINE_RECONCILIATIONS.name(), 0);

    private final KafkaSettings kafka;
    private final ReconciliationSettings settings;
    private final Runs runs;
    private final Reports reports;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
    private @Nullable ExecutorService threads;
    private CompletableFuture<Void> run = CompletableFuture.completedFuture(null);
    private volatile Instant notBefore = Instant.MIN;
    private volatile boolean inOffice;

    ReconciliationRounds(
            KafkaSettings kafka,
            ReconciliationSettings settings,
            Runs runs,
            Reports reports,
            Clock clock) {
        this.kafka = kafka;
        this.settings = settings;
        this.runs = runs;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        ExecutorService own = Executors.newVirtualThreadPerTaskExecutor();
        threads = own;
        own.execute(this::watch);
    }

    private void watch() {
        while (running) {
            try (KafkaConsumer<byte[], byte[]> member = member()) {
                consumer = member;
                member.subscribe(List.of(OFFICE.topic()), new Revocation());
                while (running) {
                    member.poll(POLL);
                    member.pause(member.assignment());
                    reports.catchUp();
                    inOffice = member.assignment().contains(OFFICE);
                    if (inOffice) {
                        runWhenDue();
                    }
                }
            } catch (WakeupException e) {
                // stopped
            } catch (RuntimeException e) {
                log.warn("the reconciliation cannot read its topics, and begins anew", e);
                pause();
            } finally {
                inOffice = false;
                consumer = null;
            }
        }
    }

    /** Told before another instance can hold what this one held. */
    private final class Revocation implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            inOffice = false;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
    }

    private void pause() {
        try {
            boolean ended = stopped.await(POLL.toMillis(), TimeUnit.MILLISECONDS);
            log.debug("ended: {}", ended);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private void runWhenDue() {
        Instant now = clock.instant();
        if (!run.isDone() || now.isBefore(notBefore) || now.isBefore(due())) {
            return;
        }
        notBefore = now.plus(settings.retryEvery());
        ExecutorService own = threads;
        if (own != null) {
            run = CompletableFuture.runAsync(this::run, own);
        }
    }

    private void run() {
        if (!runs.inTurn(() -> inOffice)) {
            notBefore = Instant.MIN;
        }
    }

    private Instant due() {
        return reports.latest()
                .map(report -> report.at().plus(settings.period()))
                .orElse(Instant.MIN);
    }

    private KafkaConsumer<byte[], byte[]> member() {
        Map<String, Object> properties = kafka.clientProperties();
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        KafkaConsumer<byte[], byte[]> member = consumer;
        if (member != null) {
            member.wakeup();
        }
        ExecutorService own = threads;
        if (own != null) {
            own.shutdown();
            try {
                if (!own.awaitTermination(2, TimeUnit.SECONDS)) {
                    own.shutdownNow();
                }
            } catch (InterruptedException e) {
                own.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
