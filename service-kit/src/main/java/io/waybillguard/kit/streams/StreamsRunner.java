package io.waybillguard.kit.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.waybillguard.kit.kafka.KafkaSettings;
import io.waybillguard.kit.kafka.TopicsReady;
import java.util.Optional;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the service's topology. A planned stop leaves the group, so that a lone instance that comes
 * back does not wait for its own old session. A thread that fails is replaced; records it had not
 * committed are read again.
 */
public final class StreamsRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StreamsRunner.class);

    private final Topology topology;
    private final KafkaSettings kafka;
    private final StreamsSettings settings;
    private final MeterRegistry meters;
    private volatile @Nullable KafkaStreams streams;
    private volatile @Nullable KafkaStreamsMetrics metrics;

    StreamsRunner(
            Topology topology,
            KafkaSettings kafka,
            StreamsSettings settings,
            MeterRegistry meters) {
        this.topology = topology;
        this.kafka = kafka;
        this.settings = settings;
        this.meters = meters;
    }

    @Override
    public void start() {
        KafkaStreams started = new KafkaStreams(topology, StreamsProperties.of(kafka, settings));
        started.setUncaughtExceptionHandler(this::onFailure);
        started.setStateListener((now, before) -> log.info("streams {} -> {}", before, now));
        KafkaStreamsMetrics bound = new KafkaStreamsMetrics(started);
        bound.bindTo(meters);
        started.start();
        metrics = bound;
        streams = started;
    }

    private StreamThreadExceptionResponse onFailure(Throwable failure) {
        log.error("a stream thread failed and is replaced", failure);
        meters.counter("stream.threads.replaced").increment();
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    @Override
    public void stop() {
        KafkaStreams running = streams;
        if (running != null) {
            boolean clean =
                    running.close(
                            CloseOptions.timeout(settings.closeTimeout())
                                    .withGroupMembershipOperation(
                                            GroupMembershipOperation.LEAVE_GROUP));
            log.info("streams stopped{}", clean ? "" : ", not in time");
            streams = null;
        }
        KafkaStreamsMetrics bound = metrics;
        if (bound != null) {
            bound.close();
            metrics = null;
        }
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
