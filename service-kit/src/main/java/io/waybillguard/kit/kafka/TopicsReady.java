package io.waybillguard.kit.kafka;

import io.waybillguard.events.topics.TopicCreation;
import io.waybillguard.events.topics.TopicMismatchException;
import io.waybillguard.events.topics.Topics;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Before any consumer, stream or server of the service starts, all topics of the catalogue are
 * there and as it says; else the service does not start ({@link TopicMismatchException}).
 */
public final class TopicsReady implements SmartLifecycle {

    /** The phase in which it runs: before everything that reads or writes. */
    public static final int PHASE = -1000;

    private static final Logger log = LoggerFactory.getLogger(TopicsReady.class);

    private final KafkaSettings settings;
    private volatile boolean running;

    TopicsReady(KafkaSettings settings) {
        this.settings = settings;
    }

    @Override
    public void start() {
        if (settings.createTopics()) {
            try (Admin admin = Admin.create(settings.clientProperties())) {
                List<String> made =
                        new TopicCreation(admin, settings.topics()).ensure(Topics.all());
                log.info("topics as the catalogue says, {} of them made now", made.size());
            }
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
