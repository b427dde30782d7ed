package io.waybillguard.kit.kafka;

import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.TopicCreation;
import io.waybillguard.events.topics.TopicMismatchException;
import io.waybillguard.events.topics.Topics;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
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
        try (Admin admin = Admin.create(settings.clientProperties())) {
            if (!settings.createTopics()) {
                refuseMissing(admin);
            }
            List<String> made = new TopicCreation(admin, settings.topics()).ensure(Topics.all());
            log.info("topics as the catalogue says, {} of them made now", made.size());
        }
        running = true;
    }

    private static void refuseMissing(Admin admin) {
        Set<String> present = names(admin);
        List<String> missing =
                Topics.all().stream()
                        .map(Topic::name)
                        .filter(name -> !present.contains(name))
                        .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "topics are missing and waybill.kafka.create-topics is off: "
                            + String.join(", ", missing));
        }
    }

    private static Set<String> names(Admin admin) {
        try {
            return admin.listTopics().names().get();
        } catch (ExecutionException e) {
            throw new KafkaException("the broker does not tell its topics", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while asking the broker", e);
        }
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
