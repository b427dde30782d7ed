package io.waybillguard.kit.streams;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.waybillguard.kit.kafka.KafkaSettings;
import io.waybillguard.kit.kafka.TopicsReady;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the service's topology. A planned stop leaves the group, so that a lone instance that comes
 * back does not wait for its own old session. A thread that fails is replaced, and records it had
 * not committed are read again, until it fails too often: see {@link FailureSettings}.
 */
public final class StreamsRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StreamsRunner.class);

    private final Topology topology;
    private final KafkaSettings kafka;
    private final StreamsSettings settings;
    private final Advertised self;
    private final MeterRegistry meters;
    private final ThreadFailures failures;
    private final Counter replaced;
    private volatile @Nullable KafkaStreams streams;
    private volatile @Nullable KafkaStreamsMetrics metrics;

    StreamsRunner(
            Topology topology,
            KafkaSettings kafka,
            StreamsSettings settings,
            FailureSettings failures,
            Advertised self,
            MeterRegistry meters) {
        this.topology = topology;
        this.kafka = kafka;
        this.settings = settings;
        this.self = self;
        this.meters = meters;
        this.failures = new ThreadFailures(failures, System::nanoTime);
        this.replaced = meters.counter("stream.threads.replaced");
    }

    @Override
    public void start() {
        KafkaStreams started = new KafkaStreams(topology, properties());
        started.setUncaughtExceptionHandler(this::onFailure);
        started.setStateListener((now, before) -> log.info("streams {} -> {}", before, now));
        streams = started;
        try {
            KafkaStreamsMetrics bound = new KafkaStreamsMetrics(started);
            metrics = bound;
            bound.bindTo(meters);
            started.start();
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    private Properties properties() {
        Properties properties = StreamsProperties.of(kafka, settings);
        if (self.isReachable()) {
            properties.setProperty(StreamsConfig.APPLICATION_SERVER_CONFIG, self.toString());
        }
        return properties;
    }

    private StreamThreadExceptionResponse onFailure(Throwable failure) {
        if (!failures.replaceable()) {
            log.error("a stream thread failed, too many did lately: the topology ends", failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        log.error("a stream thread failed and is replaced", failure);
        replaced.increment();
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    @Override
    public void stop() {
        KafkaStreamsMetrics bound = metrics;
        metrics = null;
        if (bound != null) {
            bound.close();
        }
        KafkaStreams running = streams;
        if (running != null) {
            boolean clean = running.close(leaving());
            log.info("streams stopped{}", clean ? "" : ", not in time");
            streams = null;
        }
    }

    private CloseOptions leaving() {
        return CloseOptions.timeout(settings.closeTimeout())
                .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP);
    }

    @Override
    public boolean isRunning() {
        return streams != null;
    }

    /** After the topics are there, before servers and listeners. */
    @Override
    public int getPhase() {
        return TopicsReady.PHASE + 1;
    }

    /** The running instance; empty before the start and after the stop. */
    public Optional<KafkaStreams> streams() {
        return Optional.ofNullable(streams);
    }

    /** Its state; {@code NOT_RUNNING} before the start and after the stop. */
    public KafkaStreams.State state() {
        return streams().map(KafkaStreams::state).orElse(KafkaStreams.State.NOT_RUNNING);
    }
}
